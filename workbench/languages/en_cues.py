"""English words that say how, and over which time, a figure is meant."""

from __future__ import annotations

from workbench.languages.claims import phrases_of

CUES = {
    "cumulative": phrases_of(
        """
        so far, to date, as of, has now, have now,
        since the start, since the beginning, since the outbreak, since the onset,
        thus far, until now, in total, in all,
        bringing the total, altogether, since, up to now, all told, amounted to, total number,
        cumulative, the total, the number of, the tally, number of dead, the overall count, has
        reached, have reached, since then,
        has risen to, have risen to, up from, in the war, during the war, in the conflict,
        over the course of the war
        """
    ),
    "since_start": phrases_of(
        """
        since the start, since the beginning, since the outbreak, since the onset, since the war
        began, since the war started,
        since the fighting began, since fighting began, since fighting erupted, since the conflict
        began, since the invasion, since it began,
        since the offensive began, since the violence began, since war broke out, since the war
        broke out, since hostilities began,
        since the war erupted, since the aggression began, since the conflict erupted, since it started
        """
    ),
    "period": phrases_of(
        """
        in the past, in the last, over the past, over the last, during the past, during the last,
        within the past,
        within 24 hours, in 24 hours, this week, this month, last week, last month, during the
        month, during the week,
        this year, last year, over the week, over the weekend
        """
    ),
    "increment": phrases_of(
        """
        a further, further, additional, another, more, an additional, an extra
        """
    ),
    "surely_increment": phrases_of("a further, further, additional, an additional, an extra"),
    "hedged_increment": phrases_of("a further, further, additional, another, an additional, an extra"),
    "incident": phrases_of(
        """
        attack, explosion, blast, bombing, strike, airstrike, air strike, raid, shooting, clash,
        clashes, ambush, crash, incident,
        shelling, massacre, crush, fire, stampede, collapse, car bomb, explosion, earthquake, when,
        drone strike, operation,
        exploded, opened fire, stabbing, gunfight, shootout, firefight, exchange of fire
        """
    ),
    "stock": phrases_of("still, currently, remain, remains, remaining, as of"),
    "demanded": phrases_of(
        """
        demand, demands, demanded, demanding, call for, calls for, called for, calling for, urge,
        urges, urged, urging,
        request, requests, requested, requesting, insist on, insists on, insisted on, insisting on,
        in demand of, appeal for, appealed for,
        call on, called on, calls on, calling on, seek, seeks, seeking, sought, ask for, asked for,
        asks for, asking for, asked, pressed for, want, wants, wanted, require, requires, required,
        insist, insists, insisted, petitioned for, conditions for, condition
        """
    ),
    "planned": phrases_of(
        """
        plan to, plans to, planned to, planning to, intend to, intends to, intended to, agreed to,
        agrees to, agree to, promised to, promise to, promises to, pledged to,
        vowed to, vows to, threatened to, threatens to, threatening to, threaten to, sworn to, swore
        to, swear to, prepare to, prepares to, preparing to, prepared to, ready to, willing to, set
        to, due to be, is to, are to, expected to,
        scheduled to, about to, will, shall, going to, decided to, ordered to, offer to, offered to,
        offers to, aims to, aimed at, aim to, ordered the, orders the, order the, to be released,
        aims at, aiming to, hopes to, wants to, want to, wanted to, to be freed, decision to,
        approved, approve, approves, plan for, plans for, plotting to, plot to, attempted to,
        attempt to, tried to, trying to, sought to, warrant for
        """
    ),
    "hypothetical": phrases_of(
        """
        if, would, could, might, may, unless, in case, suppose, were to, under a draft, under the
        draft, under the proposal, under a proposal,
        under the proposed, under a proposed, the proposal, proposed, should, in the event, draft,
        risk of, at risk of, potentially,
        hypothetically, can, scenario, estimates that up to, fear that, feared, threat, threats,
        threatening, scenarios, capable of, enough to, whether
        """
    ),
    "denied": phrases_of(
        """
        denied, denies, deny, denying, rejected claims, rejected reports, rejects claims, rejected
        the claim, dismissed reports, dismissed claims, refuted, refutes, refuting, disputed,
        disputes, no evidence that, false reports, falsely claimed, not true that, untrue, did not
        kill, have not killed,
        has not killed, had not killed, not killed, never killed, was not true, dismissed as, did
        not, rejected as, rejected accusations, rejected allegations, disputing, denial, false
        claims
        """
    ),
    "negated": phrases_of("not, never, n't, didn't, hasn't, haven't, weren't, wasn't, neither"),
    "presumed": phrases_of("feared, believed, presumed, thought"),
    "foreseen": phrases_of(
        """
        expected, set, due, scheduled, likely, going, ready, will see, would see
        """
    ),
    "perfect": phrases_of("to have, to have been"),
    "certain": phrases_of("will see, will, shall, is to, are to, 'll"),
    "condition": phrases_of(
        """
        chance of, chances of, risk of, likelihood of, probability of, possibility of, odds of, danger of,
        if, unless, in case, in the event, suppose, supposing, under a draft, under the draft, under
        a proposal, under the proposal,
        under a proposed, under the proposed, would, could, might, whether, scenario, hypothetical
        """
    ),
    "reported": phrases_of(
        """
        reportedly, allegedly, unconfirmed, feared that, believed that, apparently,
        purportedly, supposedly, unverified,
        rumored, rumoured, believed to, thought to, feared to, alleged, claimed to, claims to
        """
    ),
}
