extension LanguageRules {
    /// Portuguese as news writes it, in Portugal and Brazil. Abbreviations stand without their last full stop.
    static let portuguese = Self(
        code: "pt",
        [
            (
                .courtesy,
                """
                sr sra srta srs sras dr dra drs d dom prof profa profª eng arq gen cel cap ten maj alm des min exmo exma
                ilmo ilma sto sta pe fr mons adv av r
                """
            ),
            (.medial, "p.ex ex cf vs aprox i.e obs fl"),
            (.beforeNumber, "n nº no núm p pp pág págs art arts vol vols cap caps fig figs tel km ref inc"),
            (.date, "jan fev mar abr mai jun jul ago set out nov dez seg ter qua qui sex sáb dom"),
            (.final, "s.a s/a ltda cia e.u.a eua a.c d.c a.m p.m c.v.m jr u.r.s.s"),
            (.closing, "etc"),
            (
                .strongStarter,
                """
                o a os as um uma uns umas mas porém contudo entretanto além também este esta estes estas esse essa isso
                isto aquele aquela quando enquanto se porque pois segundo embora após depois antes desde durante sem com
                para por em no na nos nas de do da dos das ao à À não sim já assim então hoje ontem amanhã agora
                finalmente como que quem qual onde e ou nem ele ela eles elas eu tu nós você seu sua seus suas ninguém
                nada tudo todos cada outro outra muitos alguns há foi era é É são está estão tem têm
                """
            ),
            (
                .reporting,
                """
                disse diz afirmou perguntou acrescentou respondeu explicou declarou garantiu contou comentou alertou
                lembrou gritou ressaltou destacou questionou
                """
            ),
        ]
    )
}
