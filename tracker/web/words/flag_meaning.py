"""What each finding may mean and what to do now, where it appears and what it asks for."""

from tracker.domain.rules.findings import FlagKind, Tier

APPEARS = {
    Tier.RISK: "on top of the saved page, the record and the caseload, at once",
    Tier.CHECK_IN: "on the saved page, the record and the caseload, at once",
    Tier.REVIEW: "on the caseload, and among the sessions of the record",
    Tier.NOTE: "on the record only, folded",
}
ASKS = {
    Tier.RISK: "an acknowledgement with what was done; it cannot be put off, tuned or silenced",
    Tier.CHECK_IN: "one answer",
    Tier.REVIEW: "an answer at the next review",
    Tier.NOTE: "nothing",
}

# What a finding may mean and what to do now. "May": only the client can say.
MEANING = {
    FlagKind.RISK_ITEM: (
        "Ask about it directly before the session ends, and do what your plan says. It may be "
        "new, old, or a slip of the finger; only the client can say. A lower mark, or a 0, would "
        "not mean that there is no risk."
    ),
    FlagKind.DROP: (
        "It may be a strain between you, a hard session, a bad day, or a slip of the finger. Only "
        "the client can say."
    ),
    FlagKind.WANTS_TO_TALK: "There may be something that no number shows. Only the client can say.",
    FlagKind.SLIDE: (
        "No single step was large enough for a check-in. Small steps add up: ask about the "
        "direction, not about the mark."
    ),
    FlagKind.EARLY_LEVEL: (
        "A low start does not say why. It is a chance to ask early what would "
        "make these hours more useful."
    ),
    FlagKind.FIRST_CROSSING: "The level is a guide for a conversation, not a verdict. Ask what is different.",
    FlagKind.LOW_ITEM: (
        "A mark that stays low may be about the work or about the person's way of marking. Ask "
        "what would have to change for it to be a little higher."
    ),
    FlagKind.OUTCOME_WORSE: (
        "The change is larger than the measure's own unreliability explains. It does not say why. "
        "Look at the plan, and at what happened outside the room."
    ),
    FlagKind.NO_IMPROVEMENT: (
        "Improvement takes its time with many people, and some measures do not show it. It is a "
        "moment to look at goals, tasks and dose together."
    ),
    FlagKind.THERAPIST_DROP: (
        "Your own view of the work fell. The client's rating predicts better; yours may have "
        "noticed something first."
    ),
    FlagKind.THERAPIST_ABOVE: (
        "Most clients rate higher than their therapists, so this direction is unusual. It may be "
        "nothing. How well the two agree did not go with the outcome in 700 treatments."
    ),
    FlagKind.NO_RATING_LATELY: (
        "Without ratings a strain stays unseen. Ask what gets in the way of rating, and whether "
        "it should be done otherwise."
    ),
    FlagKind.NOT_BACK: (
        "It may have settled at a new level, or the strain may still be there. Ask how the client "
        "sees it now."
    ),
    FlagKind.CAME_BACK: "Two ratings running are near where they were before the fall.",
    FlagKind.CEILING: (
        "High marks are common and often real. They can also be politeness, and a 10 cannot rise. "
        "One could ask what would have made the hour one point better."
    ),
    FlagKind.FLAT: "It may be how it is, or a way of getting the form done.",
    FlagKind.CLIENT_ABOVE: "That is the usual direction and no reason for concern by itself.",
    FlagKind.PARTNERS_APART: (
        "Two people can leave one hour differently, and neither mark is the wrong one. It may be "
        "worth asking each what it was like, without holding one against the other."
    ),
    FlagKind.DECLINED: "That is a full answer. It is respected, not chased.",
    FlagKind.INPUT_CHANGED: (
        "Marks on another form of the scale are another series: changes show again from the next "
        "rating."
    ),
    FlagKind.SUDDEN_GAIN: (
        "A large step between two sessions. It does not say what caused it, and some such steps are "
        "chance. One could ask what the client thinks made the difference."
    ),
    FlagKind.RECOVERED: (
        "That is the usual definition, by two numbers. One rating may be a good week: look whether "
        "it holds, and ask whether it is how the client sees it."
    ),
    FlagKind.MISSED: (
        "Not coming is often a sign about the alliance, and not a flaw of character. Get in touch, ask openly what "
        "made it hard to come, and agree together how to go on."
    ),
    FlagKind.LATE_AGAIN: (
        "It may be the bus. It may also be that coming is not easy at the moment. Only the client can say."
    ),
    FlagKind.TASKS_NOT_DONE: (
        "The task may have been too large, not theirs, or not clear. Ask what it was like to have it, and make the "
        "next one together."
    ),
    FlagKind.NOTHING_VOICED: (
        "It may be how this person talks. It can also be going along without being with you: compliance is not "
        "alliance. Leave room for a no."
    ),
}
