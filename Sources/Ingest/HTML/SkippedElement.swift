/// An open element of whose content nothing is text of the page, such as a drawing or a video.
struct SkippedElement {
    let element: Element
    /// Elements of the same kind inside that are open.
    var same = 0
    /// Blocks inside that are open.
    var blocks = 0
    /// Whether a part of a drawing that may hold HTML is open.
    var isForeignObject = false

    init(_ element: Element) { self.element = element }

    var isForeign: Bool { element == .svg || element == .math }
}

extension SkeletonScanner {
    /// Takes a start tag in an element that is skipped. - Returns: Whether the tag ended it, so that it counts.
    mutating func startInSkipped(_ element: Element, _ treatment: Element.Treatment, _ name: Range<Int>) -> Bool {
        guard var open = skip else { return true }
        defer { if skip != nil { skip = open } }
        if element == open.element {
            // The choices of a form end where others begin.
            if element == .select { skip = nil } else { open.same += 1 }
            return false
        }
        if open.element == .select, element == .input || element == .textarea {
            skip = nil
            return true
        }
        if open.isForeign {
            if isName(name, "foreignobject") { open.isForeignObject = true }
            // HTML Standard, 13.2.6.5: elements that only HTML has end a drawing.
            if Self.breaksOut(element), !open.isForeignObject {
                skip = nil
                return true
            }
        } else if treatment == .raw {
            raw(element, TagAttributes())
        } else if treatment == .block, !element.closesOwnKind {
            open.blocks += 1
        }
        return false
    }

    /// Takes an end tag in an element that is skipped. - Returns: Whether the tag is one of the page around it.
    mutating func endInSkipped(_ element: Element, _ name: Range<Int>) -> Bool {
        guard var open = skip else { return true }
        defer { if skip != nil { skip = open } }
        if element == open.element {
            if open.same == 0 { skip = nil } else { open.same -= 1 }
            return false
        }
        if open.isForeign, isName(name, "foreignobject") { open.isForeignObject = false }
        // Of a template or of choices nothing is closed from inside.
        guard element.treatment == .block, !element.closesOwnKind, open.element != .template, open.element != .select,
            !open.isForeignObject
        else { return false }
        if open.blocks > 0 {
            open.blocks -= 1
            return false
        }
        skip = nil
        return true
    }

    private static func breaksOut(_ element: Element) -> Bool {
        switch element {
        case .blockquote, .br, .center, .dd, .div, .dl, .dt, .h1, .h2, .h3, .h4, .h5, .h6, .hr, .li, .menu, .meta, .ol,
            .p, .pre, .table, .ul:
            true
        default: false
        }
    }
}
