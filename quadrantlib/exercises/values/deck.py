"""The cards: 83 names in the public domain, seven of the workbook's own, each with a line of help.

The names are those of Miller, C'de Baca, Matthews and Wilbourne (2001); every line is ours.
A card's id is made from its name and stored in journals: changing a name takes a migration.
"""

from __future__ import annotations

from collections.abc import Mapping

from quadrantlib.kinds import Card

SHORT = (
    ("Achievement", "Setting your mind on something, and getting there."),
    ("Adventure", "Not knowing yet how the day will end."),
    ("Authenticity", "The same person in every room."),
    ("Autonomy", "Deciding for yourself."),
    ("Beauty", "What is lovely to see, hear or hold."),
    ("Belonging", "A place where nobody asks why you came."),
    ("Career advancement", "A next step up, and one after that."),
    ("Caring", "Looking after somebody."),
    ("Challenge", "Something you are not sure you can do."),
    ("Comfort", "Ease, warmth, a good chair."),
    ("Compassion", "Being moved by what others go through."),
    ("Contribution", "Leaving a thing better than you found it."),
    ("Creativity", "Making what was not there before."),
    ("Dependability", "When you say it, people can count on it."),
    ("Duty", "Doing what falls to you."),
    ("Family", "The people you come from, or come home to."),
    ("Financial abundance", "More than enough in the bank."),
    ("Friendship", "A few people who know you well."),
    ("Fun", "Laughing, playing, being silly."),
    ("Generosity", "Giving without keeping count."),
    ("Growth", "Turning into more than you were."),
    ("Health", "A body that carries you."),
    ("Honesty", "Saying what is so."),
    ("Humility", "Being no bigger than you are."),
    ("Humor", "Seeing the funny side, of yourself too."),
    ("Independence", "Standing on your own feet."),
    ("Inner peace", "Being quiet inside."),
    ("Integrity", "Doing what you said you believe, when it costs something."),
    ("Justice", "A fair share and a fair hearing for everybody."),
    ("Knowledge", "Understanding how things are."),
    ("Leadership", "Being the one whom others follow."),
    ("Legacy", "Something with your name on it that outlasts you."),
    ("Leisure", "Time that is for nothing in particular."),
    ("Loving", "Giving your heart to someone."),
    ("Mastery", "Being truly good at something."),
    ("Order", "Everything in its place."),
    ("Passion", "Something that takes hold of you."),
    ("Power", "Having a say over what happens."),
    ("Purpose", "Knowing what it is all for."),
    ("Safety", "Nothing to be afraid of."),
    ("Service", "Being of use to others."),
    ("Simplicity", "Having little, and little to manage."),
    ("Spirituality", "Something larger than daily life."),
    ("Stability", "Tomorrow much like today."),
    ("Tolerance", "Letting others be different."),
    ("Tradition", "Keeping up what was handed down."),
)
REST = (
    ("Acceptance", "Being welcome just as you are."),
    ("Accuracy", "Getting the details right."),
    ("Attractiveness", "Looking good, in your own eyes or in others’."),
    ("Authority", "Being in charge."),
    ("Change", "New places, new people, new turns."),
    ("Commitment", "Staying with what you promised."),
    ("Cooperation", "Getting it done side by side."),
    ("Courtesy", "Good manners, also on bad days."),
    ("Ecology", "Living so that the earth can bear it."),
    ("Excitement", "A heart that beats faster."),
    ("Faithfulness", "Standing by somebody, come what may."),
    ("Fame", "Strangers know your name."),
    ("Fitness", "Strength, stamina, moving with ease."),
    ("Flexibility", "Bending when the day goes otherwise."),
    ("Forgiveness", "Letting an old hurt go."),
    ("Genuineness", "Nothing put on."),
    ("God’s will", "Asking what is wanted of you from above."),
    ("Helpfulness", "Lending a hand where one is missing."),
    ("Hope", "Trusting that it can turn out well."),
    ("Industry", "Working hard and well."),
    ("Intimacy", "Letting somebody all the way in."),
    ("Loved", "Knowing that you are dear to someone."),
    ("Mindfulness", "Being where you are, while you are there."),
    ("Moderation", "Stopping at the right moment."),
    ("Monogamy", "One person, and no other."),
    ("Non-conformity", "Asking why, when everybody nods."),
    ("Nurturance", "Helping something small to grow."),
    ("Openness", "Giving a new idea a real chance."),
    ("Pleasure", "What feels good."),
    ("Popularity", "Being liked by many."),
    ("Rationality", "Thinking it through."),
    ("Realism", "Seeing it as it is."),
    ("Responsibility", "Taking it on, and answering for it."),
    ("Risk", "Staking something on a chance."),
    ("Romance", "Candlelight, letters, being in love."),
    ("Self-acceptance", "Being on good terms with yourself."),
    ("Self-control", "Holding back when it matters."),
    ("Self-esteem", "Thinking well of yourself."),
    ("Self-knowledge", "Knowing what makes you tick."),
    ("Sexuality", "A desire that is alive and well."),
    ("Solitude", "Room and quiet, by yourself."),
    ("Virtue", "Being good, not only doing well."),
    ("Wealth", "Owning a great deal."),
    ("World peace", "An end to war, everywhere."),
)


def card_id(name: str) -> str:
    """Return the id of the card called `name`.

    >>> card_id("Financial abundance"), card_id("God’s will")
    ('financial-abundance', 'gods-will')
    """
    return name.lower().replace(" ", "-").replace("’", "")


def _cards(rows: tuple[tuple[str, str], ...], *, short: bool) -> tuple[Card, ...]:
    return tuple(Card(card_id(name), name, short=short, help=line) for name, line in rows)


DECK = tuple(
    sorted((*_cards(SHORT, short=True), *_cards(REST, short=False)), key=lambda card: card.id)
)
NAMES: Mapping[str, str] = {card.id: card.label for card in DECK}

LADDER = (
    "achievement",
    "financial-abundance",
    "leadership",
    "career-advancement",
    "legacy",
)
"""What the usual ladder holds up, whoever climbs it."""
