"""What a questionnaire asks and how its answers become scores."""
