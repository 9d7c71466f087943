package import JSON
package import Wire

extension QueueClient {
    /// Asks the same of several things, all questions on their way at once.
    ///
    /// - Parameter parameters: Of each question. Few: all answers are in memory together.
    /// - Returns: The answers, in the order of the questions.
    /// - Throws: as ``ask(_:_:cursor:)``, where one question fails.
    package func ask(_ what: Query.What, each parameters: [JSONObject]) async throws -> [JSON] {
        var answers: [Int: JSON] = [:]
        // The index of each question by its number, of those that are on their way.
        var asked: [Int: Int] = [:]
        var lastHeard = ContinuousClock.now
        var lastSaid = lastHeard
        while answers.count < parameters.count {
            if asked.isEmpty {
                for (index, parameters) in parameters.enumerated() where answers[index] == nil {
                    let query = Query(n: nextNumber(), what: what, parameters: parameters)
                    asked[query.n] = index
                    try await send(.query(query))
                }
                lastSaid = .now
            }
            let again = max(lastHeard, lastSaid) + repetition
            guard let (header, body) = try await receive(until: min(again, lastHeard + patience)) else {
                guard ContinuousClock.now - lastHeard < patience else { throw noAnswer }
                await reconnect()
                asked.removeAll()
                continue
            }
            switch header {
            case .answer(let n, _):
                guard let index = asked.removeValue(forKey: n) else { continue }
                answers[index] = try decode(body ?? [])
                lastHeard = .now
            case .refused(let refusal):
                guard let n = refusal.n, asked[n] != nil else { continue }
                throw ClientError(refusal)
            default: continue  // belongs to a request given up
            }
        }
        return parameters.indices.compactMap { answers[$0] }
    }
}
