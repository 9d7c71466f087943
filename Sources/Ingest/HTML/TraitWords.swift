/// The words of class names and their meanings.
///
/// The words are those of the trade in general, never the names of sites.
struct TraitWords: Sendable {
    static let shared = TraitWords()

    private let table: [UInt64: Trait]

    private init() {
        var table: [UInt64: Trait] = [:]
        for (trait, words) in Self.words {
            for word in words.split(whereSeparator: \.isWhitespace) {
                table[Self.key(word.utf8), default: []].formUnion(trait)
            }
        }
        for word in Self.fillers.split(whereSeparator: \.isWhitespace) {
            table[Self.key(word.utf8), default: []].formUnion([])
        }
        self.table = table
    }

    /// FNV-1a.
    @inline(__always)
    private static func key(_ word: some Sequence<UInt8>) -> UInt64 {
        word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// The longest word that is taken apart, in bytes.
    private static let longestCompound = 40

    /// What a word in lower case means; `nil` for one that is not known.
    private func meaning(_ word: ArraySlice<UInt8>) -> Trait? {
        if let trait = table[Self.key(word)] { return trait }
        if word.count > 3, word.last == UInt8(ascii: "s"), let trait = table[Self.key(word.dropLast())] { return trait }
        return nil
    }

    /// What a word means, or the words that it is written together from, such as `articlebody`.
    private func meaningOfParts(_ word: ArraySlice<UInt8>) -> Trait {
        if let trait = meaning(word) { return trait }
        guard word.count >= 6, word.count <= Self.longestCompound else { return [] }
        var split = word.endIndex - 3
        while split >= word.startIndex + 3 {
            if let first = meaning(word[..<split]), let second = meaning(word[split...]) { return first.union(second) }
            split -= 1
        }
        return []
    }

    /// The traits of the value of a class or id.
    func traits(_ value: UnsafeBufferPointer<UInt8>) -> Trait {
        var traits: Trait = []
        var word: [UInt8] = []
        // The words of one class name speak together; those of another begin anew.
        var inName: Trait = []
        var parts = 0
        func endWord() {
            guard !word.isEmpty else { return }
            inName.formUnion(meaningOfParts(word[...]))
            parts += 1
            word.removeAll(keepingCapacity: true)
        }
        func endName() {
            endWord()
            traits.formUnion(Self.together(inName))
            inName = []
            parts = 0
        }
        var wasLower = false
        for byte in value.prefix(512) {
            if ByteClass.isLetter(byte) {
                if ByteClass.isUpper(byte), wasLower { endWord() }
                wasLower = ByteClass.isLower(byte)
                word.append(byte | 0x20)
            } else if ByteClass.isSpace(byte) {
                wasLower = false
                endName()
            } else {
                wasLower = false
                endWord()
            }
        }
        endName()
        return traits
    }

    /// What the words of one name mean together.
    private static func together(_ words: Trait) -> Trait {
        var traits = words
        if words.contains(.body), words.contains(.story), words.isDisjoint(with: Trait.notBody) {
            traits.insert(.certainBody)
        }
        return traits
    }

    private static let words: [(Trait, String)] = [
        (.body, "body content contents text richtext copy prose paragraph paragraphs maincontent fulltext"),
        (.story, "article story post entry news blog blogpost articles storyline"),
        ([.body, .story, .certainBody], "articlebody storybody postbody entrycontent storytext articletext"),
        (
            .caption,
            "caption captions figcaption credit credits photocredit cutline attribution imgcaption imagecaption copyright"
        ),
        (.byline, "byline bylines author authors writer reporter contributor contributors creator journalist"),
        (
            .date,
            "date dateline datetime timestamp published publish pubdate datepublished posted pubtime publication"
        ),
        ([.date, .modified], "updated modified datemodified lastmodified lastupdated"),
        (.title, "headline title hed"),
        (
            .subtitle,
            "subtitle standfirst dek deck subhead subheading subheadline strapline summary excerpt abstract intro lede sapo description alternativeheadline"
        ),
        (
            .related,
            "related recommend recommended recommendation recommendations recirc recirculation readmore popular trending mostread mostpopular latest suggested suggestion upnext readnext outbrain taboola promo promoted morefrom moreon onward outbound zergnet nativo rail crosslink"
        ),
        (
            .share,
            "share sharing social shares sharebar sharethis addthis addtoany sharetools socials shareicons follow"
        ),
        (.comment, "comment comments disqus coral livefyre respond reply replies discussion commenting"),
        (
            .advert,
            "ad ads advert adverts advertisement advertisements advertising adslot adunit dfp gpt sponsor sponsored sponsors mpu commercial advertorial affiliate"
        ),
        (
            .ask,
            "newsletter newsletters subscribe subscription subscriptions signup donate donation donations membership register registration login signin optin mailchimp mailinglist giving marketing fundraising"
        ),
        (
            .navigation,
            "nav navbar navigation menu menus submenu breadcrumb breadcrumbs toolbar pagination pager masthead topbar skiplink skiplinks hamburger subnav"
        ),
        (.footer, "footer colophon bottombar"),
        (.header, "header topper banner"),
        (.sidebar, "sidebar aside secondary complementary"),
        (
            .hidden,
            "hidden hide invisible sronly visuallyhidden screenreader offscreen accessibility srt assistive displaynone noshow"
        ),
        (.consent, "cookie cookies consent gdpr ccpa onetrust cookiebanner cmp"),
        (.tags, "tag tags topics topic keywords taxonomy taxonomies taglist"),
        (
            .media,
            "video videos player gallery slideshow audio podcast embed tweet instagram photo image img figure media lightbox youtube picture"
        ),
        (.biography, "bio biography aboutauthor authorbio"),
        (
            .widget,
            "teaser teasers carousel widget tooltip modal popup overlay dialog toast alert flyout popover"
        ),
        (.pullQuote, "pullquote pull"),
        (.contents, "toc tableofcontents"),
        (.factBox, "factbox infobox sidebox infographic"),
        (.list, "list listing feed archive grid"),
        (.name, "name"),
        (.lineBreak, "br linebreak newline"),
        (.section, "kicker eyebrow rubric category categories"),
    ]

    /// Words without a meaning of their own that others are written together with.
    private static let fillers = """
        main box wrapper wrap container block inner outer item items link links info meta data area holder section page \
        column col row group top bottom left right view detail details single full inline new more button btn bar icon \
        module component panel card unit form email mobile desktop custom field primary
        """
}

extension Trait {
    /// Words beside which a body is the body of something else: `related-article-content`.
    static let notBody: Trait = [
        .related, .share, .comment, .advert, .ask, .navigation, .footer, .header, .sidebar, .consent, .tags, .caption,
        .byline, .date, .title, .subtitle, .media, .biography, .list, .widget,
    ]
}
