extension LanguageRules {
    /// English as news and op-eds write it. Abbreviations stand without their last full stop.
    package static let english = Self(
        code: "en",
        model: englishModel,
        [
            (.courtesy, "mr mrs ms mx dr drs messrs mme mlle prof profs"),
            (
                .title,
                """
                gen gens lt.gen maj.gen brig.gen sen sens rep reps gov govs lt.gov lt lts col cols maj capt
                cmdr cdr cpl sgt sgts adm pvt pfc brig rev revs hon pres supt fr br msgr atty attys amb insp
                det dep asst assoc sec treas ald mt ft pt spc ens rt
                wm geo chas jos thos jas robt benj
                """
            ),
            (.medial, "e.g i.e eg ie vs v viz cf c ca approx esp incl n.b p.s attn mmes a.k.a"),
            (
                .beforeNumber,
                """
                no nos p pp vol vols fig figs art arts sec secs ch chap chaps eq eqs ver nr par para pars ext tel op
                ser app rs ref refs cl pl rte rt ph sc
                """
            ),
            (.date, "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat"),
            (
                .name,
                """
                ala ariz ark calif cal colo conn del fla ga ida ill ind kan kans ky la md mass mich minn miss mo mont
                neb nebr nev okla ore oreg pa penn penna tenn tex va vt wash wis wisc wyo ont que alta sask
                st ste ave blvd rd hwy pkwy sq bldg apt
                corp cos bros mfg intl assn dept univ inst natl lab labs dist div ctr
                """
            ),
            (
                .final,
                """
                inc co ltd llc plc pty jr sr esq st ave av blvd rd pl hwy ph.d ed.d m.sc b.sc ll.b ll.m sc.d d.phil m.phil l.l.c s.p.a n.v s.a
                u.s u.k u.n e.u u.s.a u.s.s.r d.c n.y l.a n.j n.c s.c n.h n.m n.d s.d r.i w.va p.r b.c ret
                """
            ),
            (.closing, "etc al ibid et.al"),
            (.unit, "ft in lb lbs oz yd yds mi km kg cm mm gal qt hr hrs min mins sec secs mph mg ml bbl"),
            (.time, "a.m p.m"),
            (
                .afterTime,
                """
                est edt et pst pdt pt cst cdt ct mst mdt mt gmt utc bst ist jst cet cest eastern pacific central
                mountain greenwich local monday tuesday wednesday thursday friday saturday sunday mon tue tues wed
                thu thurs fri sat sun january february march april may june july august september october november
                december jan feb mar apr jun jul aug sept oct nov dec
                """
            ),
            (
                .strongStarter,
                """
                the he she it they we this that these those but however there his her its their our my when while if
                although though because since what who how why where which and or nor yet also then thus meanwhile
                moreover furthermore instead indeed today yesterday now once despite during according until unlike
                would could should does did is are was were has have had you your not some many most several both
                each every another other others still perhaps maybe even such after before at from with as for by
                here i nobody everyone everybody nothing anyone
                """
            ),
            (
                .starter,
                """
                in on an a i so do can no one two three four five six seven eight nine ten all any only just like
                later last earlier next first second finally police officials critics experts analysts about among
                between more much few over through under without within yes oh well let please more
                mr mrs ms dr messrs prof
                """
            ),
            (
                .reporting,
                """
                said says asked asks told replied added adds answered answers cried cries shouted shouts wondered wonders
                whispered exclaimed exclaims yelled demanded demands wrote writes inquired muttered quipped quips joked
                jokes screamed recalled recalls remarked insisted insists called began continued continues explained
                explains declared declares argued argues claimed noted notes observed observes warned warns complained
                complains conceded concedes concluded concludes commented suggested announced remembered laughed sighed
                snapped sniffed grumbled mused boasted chuckled pleaded thought retorted countered urged recounted
                """
            ),
            (.beforeTime, "at by around before after until from about since till"),
            (
                .beforeLetter,
                "plan vitamin class group grade type category section part hepatitis option appendix exhibit"
            ),
            (
                .short,
                """
                it me him her us you too now all out up so day way one two ten do did see go try be am is are was has
                had lot bad big new old end eat job man men car dog cat off why who not yes lol ago own use
                """
            ),
            (.exclaimed, "yahoo jeopardy yum oklahoma ahoy wham"),
            (
                .afterName,
                """
                chairman chairwoman chair president vice chief executive director officer spokesman spokeswoman founder
                treasurer secretary manager partner analyst economist judge attorney lawyer counsel ambassador
                representative congressman congresswoman congress senate senator house supreme court courts district
                circuit treasury department dept army navy air marine marines coast guard embassy consulate consul
                agency administration bureau commission committee council conference corps force forces federal
                government general security national military trade commerce energy justice labor state defense
                education health agriculture interior transportation customs postal census patent capitol kg constitution
                highway interstate route open league soccer olympic bank banks group unit division international
                bancorp holdings industries capital communications systems magazine corp inc co ltd
                steel oil energy airways air lines trust savings securities mission envoy charter assembly
                republican republicans democrat democrats attorney-general gov mayor councilman coach
                peacekeepers panel office mint savings team building tower plaza center suite phone resolution human geological fish forest park city university
                day boulevard avenue parkway elementary library memorial award foundation museum
                times post herald tribune giants jets rangers kings islanders
                """
            ),
            (.credit, "image photo photograph picture credit source illustration"),
            (.figure, "figure fig table chart exhibit"),
            (
                .linking,
                "of to the a an and or than between toward towards onto is are was were be been said says called"
            ),
            (.signOff, "thanks regards sincerely rgds cheers yours love thx best wishes truly"),
            (.company, "inc corp co cos ltd llc plc l.l.c s.p.a n.v s.a"),
            (
                .state,
                """
                ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla
                ore pa penn tenn tex va vt wash wis wyo d.c n.y n.j n.h n.c s.c n.m r.i
                """
            ),
            (
                .firstName,
                """
                james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony
                steven stephen andrew kenneth joshua kevin brian timothy ronald edward jeffrey jacob gary nicholas eric
                jonathan larry justin scott brandon benjamin samuel gregory frank raymond alexander patrick jack dennis
                jerry peter howard arthur albert walter harold carl ralph roy eugene louis philip philippe alan allan
                bruce gerald harry fred frederick roger jim joe bob tom bill mike steve dave dan ted ken ron jeff greg
                mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret
                sandra ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon
                cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine
                debra rachel carolyn janet catherine maria heather diane ruth julie joyce judith martha cheryl ann anne
                jean alice kathryn jacqueline gloria teresa theresa sara janice julia jane ellen susanne ahmed ali
                mohammed muhammad ibrahim hassan omar jose juan carlos luis miguel pedro antonio francisco hans klaus
                wolfgang pierre jacques francois giovanni giuseppe sergei vladimir dmitri ivan igor
                """
            ),
            (.weekday, "monday tuesday wednesday thursday friday saturday sunday"),
            (
                .month,
                """
                january february march april may june july august september october november december
                """
            ),
            (
                .verb,
                """
                is are was were am be been has have had do does did will would can could should may might must said says
                say went came made took got goes comes makes takes gets won't don't didn't isn't wasn't can't i'm it's
                """
            ),
            (.common, englishCommonWords),
        ]
    )
}
