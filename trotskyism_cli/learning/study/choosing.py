"""Which facts may be asked now, and what asking each is worth: the input of a plan."""

import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from zlib import crc32

from trotskyism_cli.items.askable import Askable
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.recall.gain import HORIZON
from trotskyism_cli.learning.recall.learner_model import Pupil, day_of_time
from trotskyism_cli.learning.recall.traces import SAME_SITTING
from trotskyism_cli.learning.study.plan import Choice

# Some facts are left alone for longer after they were first met: only these show how long this learner keeps things.
# Without it, simulated learners know a little less after 60 days of 5 minutes, perhaps by chance: the ratio to
# the best other method falls by 0.002 with seeds 4 to 19 of each law, and by 0.016 with seeds 20 to 27.
PROBED, PROBED_LATER, FEW_ANSWERS = 6, 18, 600  # one fact of so many: with fewer than FEW_ANSWERS, and later
PROBED_AFTER = (3, 6, 12, 24)  # days


def choice_of(
    pupil: Pupil, askables: Sequence[Askable], memories: Mapping[str, Memory], now: datetime, horizon: float = HORIZON
) -> Choice:
    """What asking is worth now, for all facts met before but not today; `horizon` in days."""
    today = day_of_time(now)
    probed = PROBED if pupil.answers < FEW_ANSWERS else PROBED_LATER
    met = [each.fact for each in askables if each.fact in pupil.traces]
    alone = {fact: _left_alone(fact, probed, horizon) for fact in met if len(pupil.histories[fact]) == 1}
    open_to = [fact for fact in met if pupil.traces[fact].last < today - max(SAME_SITTING, alone.get(fact, 0.0))]
    new = any(each.fact not in memories for each in askables)
    gains, price = pupil.gains(open_to, now, horizon, new=new)
    gains |= {fact: math.inf for fact in open_to if alone.get(fact)}
    return Choice(gains, price if new else -math.inf, {fact: pupil.recall(fact, now) for fact in met})


def _left_alone(fact: str, probed: int, horizon: float) -> float:
    """The days for which a fact met once is left alone, to see how long it is kept; 0 for most.

    None is left alone until the horizon is over: it would not come back before an exam.
    """
    chance = crc32(fact.encode())
    days = PROBED_AFTER[chance // PROBED_LATER % len(PROBED_AFTER)]
    return 0.0 if chance % probed or days >= horizon else days - SAME_SITTING
