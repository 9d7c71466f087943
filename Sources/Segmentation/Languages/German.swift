extension LanguageRules {
    /// German as news writes it. Abbreviations stand without their last full stop. Every noun has a capital here, so
    /// that a capital says less than elsewhere; and a number with a full stop may be an ordinal.
    static let german = Self(
        code: "de",
        ordinalsHaveFullStop: true,
        [
            (
                .courtesy,
                "hr hrn fr frl dr dres prof dipl ing med jur phil rer nat habil st gen adm oberst hptm lt kard bf vors"
            ),
            (
                .medial,
                """
                bzw ca evtl ggf inkl exkl sog vgl max min gem usf resp z.b d.h u.a i.d.r z.t u.u v.a o.ä s.o s.u b.z.w
                geb gest verh angebl allg bes insb insbes zzgl abzgl zw einschl mind vorm nachm ehem jew röm kath ev
                """
            ),
            (.beforeNumber, "nr nrn s ss abs art abschn bd bde kap abb tab tel ziff aufl jg hg rn anm vol fig"),
            (.date, "jan feb febr mär apr jun jul aug sep sept okt nov dez mo di mi do fr sa so"),
            (.name, "str pl hbf bhf"),
            (.unit, "mio mrd tsd std min sek km qm kg"),
            (.final, "e.v a.d a.m a.d.r a.g g.m.b.h co inc ltd corp chr v.chr n.chr u.s u.s.a jr sr"),
            (.closing, "usw etc"),
            (
                .month,
                """
                januar jänner februar märz april mai juni juli august september oktober november dezember jan feb febr
                apr jun jul aug sept okt nov dez jahrhundert jahrhunderts jahrhunderte
                """
            ),
            (
                .strongStarter,
                """
                der die das den dem des ein eine einen einem einer eines er sie es wir ihr ich du man aber doch jedoch
                dies diese dieser dieses diesem diesen jener jene als wenn weil während nachdem bevor seit seitdem obwohl
                denn dann danach dort da hier heute gestern morgen nun jetzt zudem außerdem auch nach vor bei mit von
                für in im am an auf aus zu zum zur über unter durch gegen ohne um und oder nicht kein keine so wie was
                wer wo warum wann sein seine seinen ihre ihren viele einige alle jeder jede nur noch schon immer laut
                trotz wegen allerdings deshalb daher damit darum später zuvor bisher
                """
            ),
            (
                .reporting,
                """
                sagte sagt fragte fragt erklärte erklärt meinte meint antwortete rief ergänzte betonte berichtete schrieb
                entgegnete erwiderte fügte forderte warnte kritisierte
                """
            ),
        ]
    )
}
