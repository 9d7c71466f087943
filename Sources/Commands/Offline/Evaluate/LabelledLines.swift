internal import Documents
internal import JSON
internal import Service

/// Reads labelled data, an object a line.
struct LabelledLines {
    /// The longest line, in bytes: a page with its gold text fits many times.
    private static let limit = 64 << 20

    let path: String
    let console: Console

    /// Makes something of each line. A line at fault is reported and counted; the others go on.
    ///
    /// - Throws: ``CommandError``, with status 2 where there is no such file; of `make`, nothing but ``JSONError`` and
    ///   ``DocumentError`` is taken for the line's fault.
    func map<Value>(
        _ failures: inout FailureCount,
        _ make: (JSON, TextLine.Place) throws -> Value
    ) throws -> [Value] {
        let reader = LineReader(try console.open(path), limit: Self.limit)
        var values: [Value] = []
        while true {
            let next: Result<JSON?, DocumentError>?
            do throws(DocumentError) { next = try reader.nextJSON() } catch { throw CommandError(error.told) }
            guard let next else { return values }
            let place = TextLine.Place(name: reader.name, number: reader.number)
            do {
                if let json = try next.get() { values.append(try make(json, place)) }
            } catch let error as JSONError {
                failures.add()
                console.complain(place.error(error))
            } catch let error as DocumentError {
                failures.add()
                console.complain(error)
            }
        }
    }
}
