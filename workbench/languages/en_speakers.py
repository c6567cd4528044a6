"""English words of those who say something, and of their saying it."""

from __future__ import annotations

from workbench.languages.claims import phrases_of, words_of

SPEAKERS = {
    "saying": words_of(
        """
        saying adding announcing stating noting claiming confirming declaring reporting indicating stressing
        """
    ),
    "able": words_of(
        """
        can able regret regrets regretted saddened sorry proud pleased wish wishes wished went
        """
    ),
    "say": words_of(
        """
        said says saying say announced announces announce announcing confirmed confirm
        confirms confirming reported reports reporting stated states
        stating declared declares added adds adding told tells revealed reveals revealing disclosed
        noted notes noting estimated
        estimates claimed claims claiming indicated wrote writes explained recorded records
        documented documents counted counts verified
        acknowledged admitted admits insisted maintained asserted tweeted posted stressed emphasized
        highlighted published demanded demands
        denied denies accused accuses alleged warned warns believes estimate quoted cited put puts
        tallied tracked registered
        """
    ),
    "according": phrases_of(
        """
        according to, as per, quoting, citing, cited by, quoted by, in the words of, said by,
        reported by, announced by, figures from, data from, figures by, statistics from, numbers
        from, as reported by, compiled by, released by, published by, provided by, issued by
        """
    ),
    "source": words_of(
        """
        ministry minister ministers ministries spokesman spokeswoman spokesperson spokesmen
        spokespersons army military police official officials authorities
        authority government source sources hospital hospitals agency agencies office department
        commission committee council group organization
        organisation monitor observatory union network president governor mayor chief commander
        general secretary director head doctor doctors
        medic medics rescuers service services forces command headquarters witnesses witness
        residents report reports media newspaper daily channel
        television radio tv broadcaster news watch watchdog court prosecutor prosecutors lawyer
        lawyers statement communique bureau
        agency's coordinator envoy diplomat diplomats ambassador representative delegation movement
        party front resistance crescent cross unicef unrwa un
        ocha idf defence defense state-run state mediators analysts experts researchers survey study
        ngo charity institute center centre club society data database records bulletin
        """
    ),
    "medium": words_of(
        """
        newspaper daily channel website outlet agency broadcaster network magazine weekly journal
        group organization organisation charity watchdog ngo union monitor state-run state-owned
        correspondent analyst journalist reporter minister president spokesman spokeswoman
        spokesperson
        """
    ),
    "speakers": words_of("he she they it"),
    "first_person": words_of("i we"),
    "generic": words_of(
        """
        figures data statistics numbers report reports count counts tally tallies statement
        statements estimate estimates toll record records list
        """
    ),
    "of": words_of("of from by"),
    "boundary": words_of("after before that since until while as read later earlier"),
    "inverted": words_of("said says reported added announced"),
    "quoted": words_of("quoted cited"),
    "name_joins": words_of("of for from by"),
    "on_day": words_of("on"),
}
