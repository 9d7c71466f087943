extension LanguageRules {
    /// Spanish as news writes it. Abbreviations stand without their last full stop.
    static let spanish = Self(
        code: "es",
        [
            (
                .courtesy,
                """
                sr sra srta sres sras srtas dr dra dres dras d dª dña profa prof ing lic arq gral gen cnel col cap tte
                sgto alm sto sta mons rvdo pbro excmo excma ilmo ilma hno hna fdo avda avd pza ntra
                """
            ),
            (.medial, "p.ej ej cf vs aprox p.e v.gr fra pdo admón dpto"),
            (
                .beforeNumber,
                "núm núms nro nros no n.º n pág págs pp p art arts vol vols cap caps fig figs tel tfno km apdo inc ref"
            ),
            (.date, "ene feb mar abr may jun jul ago sep sept oct nov dic lun mié jue vie sáb dom"),
            (
                .final,
                """
                ee.uu ff.aa rr.hh jj.oo ud uds vd vds cía s.a s.l s.r.l s.a.u ltda hnos a.c d.c a.m p.m ee.uu.aa c.p
                """
            ),
            (.closing, "etc"),
            (
                .strongStarter,
                """
                el la los las un una unos unas lo pero además también este esta estos estas ese esa esto eso aquel
                cuando mientras según aunque porque sin con para por en de desde tras ante sobre no si sí ya así
                entonces después antes hoy ayer mañana ahora luego finalmente como su sus y o ni que quien quién qué
                cómo dónde cuándo nadie nada todo todos cada otro otra muchos ella él ellos ellas yo tú nosotros se le
                les hay fue era es son está están había ha han
                """
            ),
            (
                .reporting,
                """
                dijo dice afirmó preguntó pregunta añadió respondió aseguró señaló explicó contestó declaró comentó
                gritó insistió advirtió recordó sostuvo replicó exclamó
                """
            ),
        ]
    )
}
