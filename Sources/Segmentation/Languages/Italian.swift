extension LanguageRules {
    /// Italian as news writes it. Abbreviations stand without their last full stop.
    static let italian = Self(
        code: "it",
        [
            (
                .courtesy,
                """
                sig sigg sig.ra sig.na sigra sigg.ri dott dott.ssa dr dr.ssa prof prof.ssa proff avv ing arch geom rag on
                sen min gen col cap ten mons card don s ss p v.le c.so p.za
                """
            ),
            (.medial, "p.es es cfr vs ca c.d cd c.a n.d.r ecc.mo ill.mo egr gent spett tel"),
            (.beforeNumber, "n nn num pag pagg p pp art artt cap capp vol voll fig figg par tab ss sez lett"),
            (.date, "gen feb mar apr mag giu lug ago set sett ott nov dic lun mer gio ven sab dom"),
            (.final, "s.p.a s.r.l s.n.c s.a.s u.s.a a.c d.c a.m p.m f.lli co inc ltd jr sr"),
            (.closing, "ecc etc"),
            (
                .strongStarter,
                """
                il lo la i gli le l un uno una ma però tuttavia inoltre anche questo questa questi queste quel quella
                quelli ciò quando mentre se perché poiché dopo prima durante secondo senza con per in nel nella da dal
                dalla di del della a al alla su sul sulla tra fra non sì no ora oggi ieri domani poi così quindi infine
                come che chi dove e ed o è È né lui lei loro egli ella noi voi io tu si suo sua suoi nessuno niente tutto
                tutti ogni altri molti alcuni ci c era sono ha hanno
                """
            ),
            (
                .reporting,
                """
                disse dice detto ha chiese chiede aggiunse aggiunge rispose risponde spiegò spiega dichiarò afferma
                sostiene ricorda conclude racconta osserva commenta gridò
                """
            ),
        ]
    )
}
