import Queue
import Wire

/// What a trace says of peers and messages.
extension World {
    func name(_ connection: Connection) -> String {
        switch owners[connection] {
        case .worker(let number): "worker \(number)"
        case .client(let number): "client \(number)"
        case nil: "someone gone"
        }
    }

    func describe(_ header: Header) -> String {
        switch header {
        case .hello(let hello): "hello, stage \(hello.stage)"
        case .welcome: "welcome"
        case .task(let task):
            "task \(books.name(task.article)), \(task.stage), attempt \(task.attempt), lease \(task.lease)"
        case .done(let lease, _): "done, lease \(lease)"
        case .fail(let failure): "fail, lease \(failure.lease), retry \(failure.retry)"
        case .ping: "ping"
        case .pong: "pong"
        case .drain: "drain"
        case .bye: "bye"
        case .submit(let submit): "submit \(submit.n)"
        case .accepted(let accepted): "accepted \(accepted.n), \(books.name(accepted.article))"
        case .busy(let n, _): "busy \(n)"
        case .query, .answer: "a query"
        case .refused(let refusal): "refused, \(refusal.code)"
        }
    }
}
