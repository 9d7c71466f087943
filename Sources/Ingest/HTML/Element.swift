/// The elements of HTML that make a difference to what a page says, and where.
enum Element: UInt8, CaseIterable, Sendable {
    /// An element without meaning of its own, kept for what its attributes say.
    case inline
    case div, section, article, main, nav, aside, header, footer, hgroup, address, center, form, fieldset, legend,
        search
    case p, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, blockquote, pre, hr
    case figure, figcaption, details, summary, dialog, menu, button
    case table, caption, thead, tbody, tfoot, tr, td, th
    case a, br, time, meta, link, title, html
    case script, style, noscript, iframe, noembed, noframes, textarea, input
    case svg, math, template, select, object, audio, video, canvas

    /// What the scanner does with an element.
    enum Treatment: UInt8, Sendable {
        /// It shapes the tree.
        case block
        /// It marks words; the tree has it only where its attributes say something.
        case inline
        case link, lineBreak
        /// `time`, `meta`, `link`, `html`: only its attributes matter.
        case facts
        /// Text without markup up to the end tag (HTML Standard, 13.2.5.1: RAWTEXT, RCDATA and script data).
        case raw
        /// Nothing inside is text of the page.
        case skipped
    }

    var treatment: Treatment {
        switch self {
        case .inline: .inline
        case .a: .link
        case .br: .lineBreak
        case .time, .meta, .link, .html, .input: .facts
        case .title, .script, .style, .noscript, .iframe, .noembed, .noframes, .textarea: .raw
        case .svg, .math, .template, .select, .object, .audio, .video, .canvas: .skipped
        default: .block
        }
    }

    /// Whether another one ends it where both have the same parent, so that a row of them is no depth.
    var closesOwnKind: Bool {
        switch self {
        case .p, .li, .dt, .dd, .thead, .tbody, .tfoot, .tr, .td, .th, .hr: true
        default: level != nil
        }
    }

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

    /// Beside the article, wherever it is.
    var isBeside: Bool {
        switch self {
        case .nav, .footer, .aside, .dialog, .button, .menu, .search: true
        default: false
        }
    }
}
