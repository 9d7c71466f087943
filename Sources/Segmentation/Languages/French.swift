extension LanguageRules {
    /// French as news writes it. Abbreviations stand without their last full stop.
    static let french = Self(
        code: "fr",
        [
            (.courtesy, "m mm mme mmes mlle mr dr drs pr prof me mes mgr st ste cdt gal col cap lt adj bd av"),
            (.medial, "p.ex ex cf vs env av apr c-à-d c.-à-d i.e n.b not"),
            (.beforeNumber, "no nos n° p pp art arts chap fig vol t tél réf al par"),
            (.date, "janv févr avr juil sept oct nov déc lun mar mer jeu ven sam dim"),
            (.final, "s.a s.a.r.l s.n.c.f u.r.s.s o.n.u j.-c etats-unis cie sté bros inc ltd"),
            (.closing, "etc"),
            (
                .strongStarter,
                """
                le la les l un une des mais cependant toutefois pourtant il elle ils elles on nous vous je tu ce cette
                ces cet c son sa ses leur leurs notre nos quand lorsque si comme selon après avant depuis pendant dans
                en à À pour par sur sans avec et ou où Où ni que qui quel quelle pourquoi comment hier aujourd demain
                maintenant puis ensuite enfin ainsi alors aussi donc plus moins tout tous toute toutes chaque autre
                beaucoup certains personne rien d de du est était
                """
            ),
            (
                .reporting,
                """
                dit disait affirme affirmé demande demandé ajoute ajouté répond répondu explique expliqué déclare
                déclaré souligne estime assure lance précise conclut raconte
                """
            ),
        ]
    )
}
