"""The board, reviews, meetings, agendas and questions."""
