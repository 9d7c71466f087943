internal import Documents
internal import JSON
internal import Service

/// A line of input with a text: {"id","text",…}.
struct TextLine {
    let id: JSON
    let text: String
    /// The line's other members.
    var rest: JSONMembers
    let place: Place

    /// Where a line stands, for errors.
    struct Place {
        let name: String
        let number: Int

        func error(_ reason: String) -> DocumentError { DocumentError(.badMember, name, line: number, reason) }
        func error(_ error: JSONError) -> DocumentError { self.error("\(error)") }
    }

    /// - Throws: ``DocumentError`` `badMember` where `id` or `text` is missing or of the wrong kind.
    init(_ json: JSON, at place: Place) throws(DocumentError) {
        self.place = place
        do throws(JSONError) {
            rest = try JSONMembers(json, "a line")
            id = try rest.required("id", "a string or a number") { id in
                switch id {
                case .string, .number: id
                default: nil
                }
            }
            text = try rest.string("text")
        } catch { throw place.error(error) }
    }

    /// Reads lines one after the other, makes something of each, and writes it.
    ///
    /// A line at fault is reported and counted; the others go on.
    ///
    /// - Throws: ``CommandError`` where the input can't be read on or the output can't be written; ``OutputClosed``.
    static func forEach<Value>(
        in reader: LineReader,
        _ console: Console,
        _ failures: inout FailureCount,
        _ make: (TextLine) throws(DocumentError) -> Value,
        write: (Value, inout [UInt8]) -> Void
    ) throws {
        // A reader that is gone shows at the next write.
        reader.beforeWaiting = { try? console.output.flush() }
        while true {
            let next: Result<JSON?, DocumentError>?
            do throws(DocumentError) { next = try reader.nextJSON() } catch { throw CommandError(error.told) }
            guard let next else { return }
            let value: Value
            do throws(DocumentError) {
                guard let json = try next.get() else { continue }
                value = try make(try TextLine(json, at: Place(name: reader.name, number: reader.number)))
            } catch {
                failures.add()
                console.complain(error)
                continue
            }
            try console.output.write { write(value, &$0) }
        }
    }
}
