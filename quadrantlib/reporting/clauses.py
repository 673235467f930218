"""Each answer as it is said of several people: "few of you" and then this."""

from __future__ import annotations

from collections.abc import Mapping

CLAUSES: Mapping[str, Mapping[str, str]] = {
    "direction": {
        "walking": "are walking toward it",
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
        "autonomy": "go short of a say of their own",
        "mastery": "go short of getting good at something",
        "people": "go short of other people",
        "meaning": "go short of meaning",
        "recovery": "go short of recovery",
        "recognition": "go short of being seen",
        "security": "go short of safety",
    },
    "days": {
        "none": "took no half hour of their own in 28 days",
        "1-7": "took half an hour on one to seven days of 28",
        "8-14": "took half an hour on eight to fourteen days of 28",
        "15+": "took half an hour on fifteen days of 28 or more",
    },
    "verdict": {
        "reached": "have reached their number",
        "passed_and_moved": "passed their number, and it moved on",
        "never_at_this_rate": "will not reach their number at this rate",
        "too_early": "cannot tell yet whether enough comes nearer",
        "treadmill": "run faster, and their number moves too",
        "moving_toward": "are moving toward their number",
        "slipping": "come closer to their number more slowly than time goes by",
        "deferring": "see their number move away",
        "off_plan": "are off the way that they had planned",
    },
}
"""Share → item → what people do. A test holds it against the catalog."""
