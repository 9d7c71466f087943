import Queue
import Wire

/// What clients do of themselves: they wait for an answer, and ask again.
extension World {
    func submit(_ body: [UInt8], _ priority: Priority) {
        let id = ArticleID(deriving: body, key: nil)
        books.submitted(id, body)
        drafts.append((id, body, priority))
        submitAgain(id, body, priority)
    }

    func submitAgain(_ id: ArticleID, _ body: [UInt8], _ priority: Priority) {
        messageCount += 1
        let index = messageCount % clients.count
        say("client \(index) submits \(books.name(id)), \(body.count) bytes")
        tally[.submissions] += 1
        let waiting = SimulatedClient.Waiting(n: messageCount, id: id, body: body, priority: priority, retryAt: .max)
        clients[index].waiting.append(waiting)
        send(clients[index].waiting.count - 1, &clients[index])
    }

    private func send(_ place: Int, _ client: inout SimulatedClient) {
        // A while without an answer, and it asks again: the queue or the answer may be lost.
        client.waiting[place].retryAt = now + 1_000
        let waiting = client.waiting[place]
        let submit = Submit(n: waiting.n, key: nil, priority: waiting.priority)
        sendToQueue(.submit(submit), waiting.body, from: client.connection)
    }

    func beat(_ client: inout SimulatedClient) {
        for place in client.waiting.indices where client.waiting[place].retryAt <= now { send(place, &client) }
    }

    func deliver(_ packet: Network.Packet, toClient index: Int) {
        switch packet.header {
        case .accepted(let accepted): clients[index].waiting.removeAll { $0.n == accepted.n }
        case .busy(let n, let retry):
            guard let place = clients[index].waiting.firstIndex(where: { $0.n == n }) else { return }
            clients[index].waiting[place].retryAt = now + retry.wholeMilliseconds
        case .refused(let refusal):
            // One that is no good as it is will not get better.
            if let n = refusal.n { clients[index].waiting.removeAll { $0.n == n } }
        default: break
        }
    }
}
