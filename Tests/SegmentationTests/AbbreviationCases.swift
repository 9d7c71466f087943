extension SplitCase {
    static let titles = [
        "Mr. Okafor left early.| Mrs. Lind stayed.",
        "The minister met Dr. Adeyemi on Friday.",
        "Gen. Marta Solis and Lt. Col. Ivo Brandt resigned.",
        "It was Sen. Dale Whitcombe, R-Ohio, who objected.",
        "Govs. Hart and Mbeki signed.| Rep. Osei did not.",
        "Messrs. Tull and Vane own the mill.",
        "The Rev. Amos Kettle spoke.| Nobody clapped.",
        "They climbed Mt. Elgon and drove to Ft. Collins.",
        "Prof. Ines Duarte's book is out.",
        "MR. OKAFOR DISAGREED.| NOBODY ELSE DID.",
        "She asked Ms. Pell.| The answer was no.",
        "The children lit a fire on Mt. Kenya.| Later it rained.",
    ].map { Self($0) }

    static let initials = [
        "Harold J. Finch wrote it.",
        "Walter P. Lund's adviser declined.",
        "J. K. Marlow and A.B. Stone sued.",
        "The poet T.R. Vance was there.| He read twice.",
        "John F. Kelso, who knew him, wept.",
        "It stays between my aunt and I.| Nobody else may know.",
        "The road runs from A to B.| The rest is sand.",
        "He chose Plan B.| It failed.",
        "Vitamin C.| That was all she took.",
        "Samuel L. Ade Jr. won.| Nobody was surprised.",
        "I met E. Okoro.| He was late.",
        "He wanted to strengthen the U. S. and its allies.",
    ].map { Self($0) }

    static let initialisms = [
        "The U.S. government and U.N. officials met.",
        "A U.S.-led force landed.",
        "He moved to the U.S.| The rest of the family followed.",
        "She lives in Washington, D.C.| Her brother does not.",
        "The U.S. Supreme Court will hear it.",
        "The U.K. Treasury said no.| But the E.U. said yes.",
        "Exports to the U.S. rose.| Imports fell.",
        "He holds a Ph.D. in physics.| She has an M.B.A. from Leeds.",
        "It was the U.S. that paid.",
        "Troops left the U.S.S.R. in March.",
        "What about the U.N.?| It kept silent.",
        "He called it “a U.S. problem.”| Others disagreed.",
    ].map { Self($0) }

    static let companies = [
        "Harlan Steel Corp. Chairman Lou Betts quit.",
        "Betts sued Harlan Steel Corp.| He lost.",
        "She runs Nordby Inc. and Vale Ltd. from Oslo.",
        "The mill went to Hask & Co.| They tore it down.",
        "Mason Bros. Circus came to town.",
        "He ran Tolley Inc.| However, it failed.",
        "Delta Holdings plc. fell 3 percent.",
        "It is owned by Marsh Inc., a lender.",
        "It lost to Tolley Corp.| Nordby paid the costs.",
        "Shares of Tolley Inc. Friday fell to a new low.",
        "The firm of Hask & Co. President Noor Lind is small.",
        "They robbed the Tarn Bros.' Grocery on Monday.",
        "They robbed the Tarn Bros.’ Grocery on Monday.",
        "“They sold it to Tarn Bros.”| Grocery prices rose.",
    ].map { Self($0) }

    static let datesAndPlaces = [
        "It opened on Jan. 12 and closed on Sept. 3, 1994.",
        "The vote is in Nov.| The count takes weeks.",
        "A Tulsa, Okla. firm won.| It is small.",
        "They moved to Boise, Ida., and then to Portland, Ore.| There they stayed.",
        "The storm hit Mobile, Ala. Gov. Reyes flew there.",
        "She was born Dec. 1, 1950, in Bend, Ore.",
        "He lives at 12 Mill St. near the church.",
        "He lives at 12 Mill St.| The house is red.",
        "St. Brigid's Church burned down.",
        "The office is on Fifth Ave. in New York.",
        "On Tues. Sept. 5 the court sits.",
        "He moved to Bend, Ore.| Tulsa was too hot.",
        "She is from Bend, Ore. Mayor Reyes is not.",
        "He met her in Halden pl. Wednesday.",
        "He lives on Halden blvd.| The house is red.",
        "(They sent him to Bend, Ore.. |He came back.)",
        "Ivo Tarn (August 9, 1929 – May 2, 2014) was a judge.",
    ].map { Self($0) }

    static let times = [
        "The polls close at 8 p.m. and open at 7 a.m. on Sunday.",
        "We met at 9 a.m.| Everyone was tired.",
        "The call is at 3 p.m. EST on Friday.",
        "It begins at 6 p.m. Monday.",
        "By 4 a.m. Mrs. Crewe slept.| The train came at 5 a.m.| Mr. Tarn missed it.",
        "Trading ended at 4 p.m.| Shares fell.",
    ].map { Self($0) }

    static let otherAbbreviations = [
        "Some crops, e.g. Kenyan tea, suffer; others, i.e. Ugandan coffee, do not.",
        "It was Adams vs. Reyes in the final.",
        "They sell pens, paper, etc.| Nobody buys them.",
        "Ochieng et al. found the opposite.",
        "See p. 12 and pp. 14-19, vol. 3.",
        "He wears No. 7.| His brother wears No. 9.",
        "She said no.| He said yes.",
        "Nos. 3 and 4 are missing; see Fig. 2 and Fig. B.",
        "The fish was 3 ft. long and weighed 12 lbs.| We ate it.",
        "The plank is 6 ft. 2 in. wide.",
        "Smith v. Jones decided it.",
        "He sat.| They talked.| She came in.| Then he left.",
        "The shop sells art.| The price is high.",
        "Approx. 40 people came.",
        "The report (cf. Annex 2) is long.",
        "James Orr Jr. spoke.| James Orr Sr. listened.",
        "They moved to a newer IE.| Its makers were glad.",
        "THEY READ TARN VS. THE CITY OF OSTERBY AGAIN.",
    ].map { Self($0) }
}
