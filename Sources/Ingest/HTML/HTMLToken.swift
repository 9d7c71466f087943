/// A token of an HTML page. Text is not unescaped yet.
enum HTMLToken: Hashable {
    case start(HTMLTag)
    case end(HTMLElement)
    /// Bytes of the page.
    case text(Range<Int>)
    /// Bytes of the page in which references mean nothing.
    case verbatim(Range<Int>)
}

/// A start tag of an element that ingest knows.
struct HTMLTag: Hashable {
    var element: HTMLElement
    /// The attributes that ingest knows, by name; the first of each name counts. References in the values are not
    /// resolved yet.
    var attributes: [HTMLAttribute: Range<Int>] = [:]
    var isSelfClosing = false
}

enum HTMLAttribute: String, Hashable {
    case content, datetime, hidden, lang, name, property, role
    case itemprop
}

/// The elements that make a difference to the text; all others only mark words.
enum HTMLElement: String, Hashable, CaseIterable {
    case html, head, body, title, meta
    case p, h1, h2, h3, h4, h5, h6, li, blockquote, figcaption, caption, table, tr, td, th, br, hr, pre
    case div, section, article, main, figure, ul, ol, dl, dt, dd, address, details, summary, fieldset, hgroup
    case nav, header, footer, aside, form, dialog, button, select, menu, search
    case script, style, noscript, template, svg, math, iframe, object, textarea, noembed, noframes, canvas, audio, video
    case option, time

    /// The content is text without markup up to the end tag (HTML Standard, 13.2.5.1: RAWTEXT, RCDATA and script data).
    var isRawText: Bool {
        switch self {
        case .script, .style, .iframe, .textarea, .noembed, .noframes, .title: true
        default: false
        }
    }

    /// Not text of the page: code, drawings, and what is shown only where something else can't be.
    var isSkipped: Bool {
        switch self {
        case .script, .style, .noscript, .template, .svg, .math, .iframe, .object, .noembed, .noframes, .canvas, .audio,
            .video, .textarea, .select:
            true
        default: false
        }
    }

    /// Beside the article, wherever it is.
    var isAside: Bool {
        switch self {
        case .nav, .footer, .aside, .form, .dialog, .button, .menu, .search: true
        default: false
        }
    }

    /// Marks words inside a block, or nothing at all.
    var isInline: Bool { self == .time || self == .br }

    /// Has no content and no end tag.
    var isVoid: Bool { self == .meta || self == .br || self == .hr }

    /// The level of a heading.
    var level: Int? {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: nil
        }
    }

    /// Start tags that end an open paragraph are all of blocks; of these, such as end an open one of their own kind
    /// too.
    var closesOwnKind: Bool {
        switch self {
        case .p, .li, .td, .th, .tr, .dt, .dd, .option: true
        default: level != nil
        }
    }

    /// The elements by their names.
    static let named: [String: HTMLElement] = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
    /// The longest name, in bytes.
    static let longestName = 10
}
