"""Each answer as it is said of several people: "few of you" and then this."""

from __future__ import annotations

from collections.abc import Mapping

CLAUSES: Mapping[str, Mapping[str, str]] = {
    "direction": {
        "walking": "are walking the way that was meant",
        "drifting": "are drifting",
        "changed": "are going elsewhere, on purpose",
    },
    "holds": {
        "yes": "find that the reason still holds",
        "partly": "find that it holds in part",
        "no": "find that it no longer holds",
    },
    "role": {
        "leading": "give work the leading part this season",
        "sharing": "give work a shared part this season",
        "supporting": "give work a supporting part this season",
    },
    "unmet": {
        "money": "go short of money",
        "autonomy": "go short of a say",
        "mastery": "go short of getting good at something",
        "people": "go short of other people",
        "meaning": "go short of meaning",
        "recovery": "go short of recovery",
        "recognition": "go short of being seen",
        "security": "go short of safety",
    },
    "days": {
        "none": "took no free half hour in 28 days",
        "1-7": "took a free half hour on one to seven of 28 days",
        "8-14": "took a free half hour on eight to fourteen of 28 days",
        "15+": "took a free half hour on fifteen of 28 days or more",
    },
    "verdict": {
        "reached": "have reached the number",
        "passed_and_moved": "passed the number, and it moved on",
        "never_at_this_rate": "will not reach the number at this rate",
        "too_early": "cannot tell yet whether the number comes nearer",
        "treadmill": "run faster, and the number moves too",
        "moving_toward": "are moving toward the number",
        "slipping": "come closer to the number more slowly than time goes by",
        "deferring": "see the number move away",
        "off_plan": "are off the way that was planned",
    },
    "circle": {
        "self_direction": "keep “going your own way” among the first five",
        "stimulation": "keep “new and daring things” among the first five",
        "hedonism": "keep “enjoying life” among the first five",
        "achievement": "keep “doing well” among the first five",
        "power": "keep “standing and means” among the first five",
        "security": "keep “being safe and settled” among the first five",
        "conformity_tradition": "keep “rules and what was handed down” among the first five",
        "benevolence": "keep “being good to those around you” among the first five",
        "universalism": "keep “the wider world” among the first five",
        "unassigned": "keep a card that lies in no region among the first five",
    },
}
"""Share → item → what people do. A test holds it against the catalog."""
