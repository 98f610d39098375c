import ComplaintRules
import Ledger
import TableFiles

/// `verify`: checks chain, signatures and tables, and names the first thing that is wrong. Needs no sign-in.
enum VerifyCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        if let file = invocation.arguments.operand(0) { return try verifyFile(file, invocation) }
        var seal: Seal?
        if let text = invocation.arguments.value("seal") {
            guard let read = Seal(text) else { throw UsageError.notASeal(text) }
            seal = read
        }
        let found = try verification(invocation, seal: seal)
        let hasSeal = seal != nil
        if invocation.arguments.has("json") {
            let fault = found.fault.map { fault -> JSONValue in
                ["where": .text(fault.place), "what": .text(invocation.language(fault.what))]
            }
            invocation.printJSON([
                "ok": .truth(found.fault == nil), "events": JSONValue(found.events), "signatures": JSONValue(found.signatures),
                "cases": JSONValue(found.cases), "fault": fault ?? .null, "foundingKey": .text(found.foundingKey),
                "seal": JSONValue(found.seal?.text), "sealed": .truth(hasSeal && found.fault == nil),
                "afterSeal": found.afterSeal.map { JSONValue($0) } ?? .null,
                "clockBehind": JSONValue(found.clockBehind), "clockAhead": JSONValue(found.clockAhead),
                "judgedAnew": JSONValue(found.judgedAnew),
            ])
        } else {
            for line in VerifyWords.lines(found) { invocation.console.output.line(invocation.language(line)) }
        }
        return found.fault == nil ? .done : .foundWrong
    }

    /// The check of a signed file, which needs no desk.
    private static func verifyFile(_ file: String, _ invocation: Invocation) throws -> ExitStatus {
        let isJSON = invocation.arguments.has("json")
        do throws(SignedFile.Fault) {
            let origin = try SignedFile.check(file)
            let proof = origin.proof
            if isJSON {
                invocation.printJSON([
                    "ok": .truth(true), "fault": .null, "desk": .text(origin.desk), "branch": .text(origin.branch),
                    "name": .text(origin.name),
                    "what": .text(origin.what), "by": .text(proof.by), "event": JSONValue(proof.seq), "link": .text(proof.link),
                    "fingerprint": .text(proof.fingerprint),
                ])
            } else {
                for line in VerifyWords.lines(origin) { invocation.console.output.line(invocation.language(line)) }
            }
            return .done
        } catch {
            if case .unreadable(let code) = error { throw UsageError.unreadable(path: file, reason: systemWords(code)) }
            if isJSON {
                let fault: JSONValue = ["where": .text("file"), "what": .text(invocation.language(error.sentence(of: file)))]
                invocation.printJSON(["ok": .truth(false), "fault": fault])
            } else {
                invocation.console.output.line(invocation.language(error.sentence(of: file)))
            }
            return .foundWrong
        }
    }

    /// The check of the whole desk, with progress where somebody watches. A file too damaged to open is a finding, too.
    static func verification(_ invocation: Invocation, seal: Seal?) throws -> Verification {
        let progress = ProgressLine(invocation.console)
        defer { progress.clear() }
        do {
            let ledger = try invocation.openLedger()
            return try ledger.verify(seal: seal) { done, total in
                progress.show(done, of: total, VerifyWords.progress)
                return true
            }
        } catch let error as LedgerError where error.kind == .damaged {
            return Verification(unopened: error)
        }
    }
}

/// `seal`: the short seal of the chain's end, for the paper file. Needs no sign-in.
enum SealCommand {
    static func run(_ invocation: Invocation) throws -> ExitStatus {
        // A seal stands for a desk that is whole: one over a fault would bear it out.
        let found = try VerifyCommand.verification(invocation, seal: nil)
        guard found.fault == nil, let seal = found.seal else {
            for line in VerifyWords.lines(found) { invocation.console.say(line) }
            return .foundWrong
        }
        if invocation.arguments.has("json") {
            invocation.printJSON(["seal": .text(seal.text), "events": JSONValue(found.events)])
        } else {
            invocation.console.output.line(seal.text)
        }
        return .done
    }
}
