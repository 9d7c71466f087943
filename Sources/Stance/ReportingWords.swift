/// Words beside reporting verbs, for ``CueFinder`` and ``SpeakerFinder``.
enum ReportingWords {
    /// `a claim that`, `fears that`.
    static let nouns = WordList(
        """
        claim claims assertion assertions statement argument arguments belief beliefs fear fears hope hopes concern concerns
        suggestion suggestions allegation allegations accusation accusations warning warnings view promise promises idea
        notion conclusion opinion theory speculation rumor rumors complaint complaints prediction predictions impression
        insistence assurance assurances contention admission reports doubt doubts suspicion suspicions report remark remarks
        pledge vow worry worries confidence recommendation acknowledgment declaration announcement evidence indication
        understanding assumption criticism charge charges
        """
    )

    /// Whose words are told with a preposition or an infinitive where somebody owns them: `his criticism of`, `her plan to`.
    static let ownedNouns: [String: Set<String>] = {
        var table: [String: Set<String>] = [:]
        for line in """
        criticism criticisms condemnation description characterization denunciation endorsement rejection praise view: of for
        support calls call praise: for
        opposition objection objections: to
        attack attacks stance position views comments remarks views opinions: on about
        questions concerns doubts worries comments remarks statements: about over
        pledge vow promise promises decision demand demands call calls refusal offer: to
        """.split(separator: "\n") {
            let parts = line.split(separator: ":")
            for noun in parts[0].split(separator: " ") {
                table[String(noun), default: []].formUnion(parts[1].split(separator: " ").map(String.init))
            }
        }
        return table
    }()

    /// Words between a subject and its verb.
    static let between = WordList(
        """
        also later then now has have had already recently once often repeatedly again always just even still
        further first never not who n't 's 've 'd did does do will would could may might must can is was are were be been
        to being tried tries trying sought seeks continued continues continuing going wants wanted went on began seemed seems appeared
        appears managed refused refuses declined declines long rather instead too both all
        """
    )

    /// Documents that speak: `the poll found that`.
    static let documents = WordList(
        """
        poll polls survey surveys report reports study studies data analysis investigation document documents review research
        researchers officials official sources source records figures census statement letter memo email emails article
        evidence audit experts scientists analysts economists critics percent voters respondents democrats republicans
        americans people inquiry ad ads filing filings lawsuit complaint text clip video column editorial speech
        resolution spot findings memoir book records tweet tweets transcript website site many some most residents majority adults half
        """
    )

    /// Who or what may speak before a colon in a headline: `Poll: …`, `Clinton camp: …`.
    static let voices = WordList(
        """
        camp campaign aide aides adviser advisers spokesman spokeswoman spokesperson poll polls survey report reports study
        source sources official officials police lawyer lawyers expert experts analyst analysts newspaper paper minister
        president senator governor mayor judge prosecutor prosecutors attorney ambassador author critics
        """
    )

    /// Verbs whose base form or form in -s is a noun as well: `the claims`, `a tweet`.
    static let nounLike: WordList = {
        let bases = """
            tweet state support report back contest question issue point call pledge address term claim plan order request
            demand promise comment view show share attack list blame praise quote echo label brand project forecast estimate
            worry fear hope doubt wonder dream guess hint joke post note offer figure wish vow advocate dispute protest
            answer whisper murmur shout cry laugh counter read reply remark respond charge chant detail outline finish
            influence release author request mention thought hold sound credit favor favour warrant exhibit
            rule estimate force focus reference welcome
            """.split(whereSeparator: \.isWhitespace).map(String.init)
        return WordList((bases + bases.map(Inflection.third)).joined(separator: " "))
    }()

    /// Words after which a base form is a verb.
    static let beforeVerbs = WordList(
        """
        to will would can could may might must should shall do does did not n't 'll 'd they we you i who which never also
        he she it people some many most others critics percent police and but now still often both all
        """
    )

    /// `is confident that`, `are skeptical of`.
    static let adjectives = WordList(
        """
        confident hopeful aware worried concerned convinced skeptical sceptical doubtful optimistic pessimistic adamant certain
        sure critical afraid proud glad sorry unhappy angry furious wary unsure supportive dismissive fearful upset alarmed
        dubious enthusiastic bullish upbeat insistent positive thankful grateful
        """
    )
}
