/// What stands without a mark at its end where the layout of a page is lost.
extension SplitCase {
    static let dateLines = [
        Self("OSTERBY (AP) -| The ferry stopped in March."),
        Self("Norport, Ore., May 1 (UPI)| -- The mill will close."),
        Self("The ferry stopped. |Osterby (Reuters) –| Its owners were not told."),
        Self("TOLVA –| Nobody came to the vote."),
        Self("Ines Duarte - a judge from Osterby - said no."),
        Self("Vance and Tarn (the mill's owners) - The Duke and The Earl - were out."),
    ]

    static let bareNumbers = [
        Self("It can be done in two ways: 1| A flat cut of the wages, or 2| A levy on the mill."),
        Self("Three steps are left: 1| Ask the court. |2| Wait for its answer. |3| Pay."),
        Self("They met in Room 1 Monday, and in Room 2 Tuesday."),
    ]

    static let heads = [
        Self("Ines Duarte| 08/16/2031 12:05 PM| I read the plan for the ferry."),
        Self("\"Tarn, Ivo\" <ivo@example.org>| 02/13/2031 08:02 AM| We will see about the mill."),
        Self("The ferry left on 08/16/2031 12:05 and came back."),
        Self("Ines Duarte| 08/16/2031 11:36:04 AM| have you heard from the mill?"),
    ]

    static let drawnLines = [
        Self("The desk is closed.| ======| The mill is open."),
        Self("They are open all day| ________| Osterby Mills"),
        Self("<< File: plan.doc >>| The mill is open."),
        Self("The mill -- The Post called it that -- is open."),
        Self("They call it a **** Mill."),
    ]

    static let noteNumbers = [
        Self("Some ferries take no money. 8| Yet most do."),
        Self("“Nobody asks.” 12| Even the poor pay."),
        Self("The law passed in May.| 12 Ravens left the tower."),
        Self("He voted for it.| 3 in five did."),
    ]

    static let shortReports = [
        Self("“Ow!” I howled. |Nobody came."),
        Self("“Is it late?” I ask, and look at him."),
        Self("“Is it late?” |I went home with Petra."),
        Self("\"Is it in the U.S.?\" |He said no."),
        Self("“Who broke it?” |Police said they knew."),
        Self("“Who broke it?” Dr. Lind asked."),
    ]
}
