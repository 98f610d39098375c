import ComplaintRules
import DeskScreens
import Glibc
import Ledger
import TableFiles

/// A file of JSON lines that a desk gave out and signed: a line that says which desk, the lines themselves, and one with the proof.
///
/// The proof is over every byte before its own line, so that a changed, missing or added line shows.
enum SignedFile {
    /// The key of the first line's object.
    static let headKey = "firstdesk"
    /// The key of the last line's object.
    static let proofKey = "proof"
    /// The longest line of a proof, in bytes.
    private static let proofLimit = 1 << 16

    /// The first line.
    static func head(_ ledger: Ledger, _ what: String) -> JSONValue {
        let settings = ledger.settings
        return [
            headKey: [
                "desk": .text(ledger.deskID), "branch": .text(settings.branchCode), "name": .text(settings.branchName), "what": .text(what),
                "practice": .truth(settings.isPractice),
            ]
        ]
    }

    /// The last line.
    static func proof(_ proof: ExportProof) throws -> JSONValue { [proofKey: try JSONValue(reading: try proof.json())] }

    /// What a signed file says of itself, once its signature held.
    struct Origin {
        /// The desk's own name, in hexadecimal; its branch's code and name.
        let desk: String
        let branch: String
        let name: String
        /// What is in the file.
        let what: String
        /// Whether it is a practice desk.
        let isPractice: Bool
        /// Who signed for it, where and when in the desk's chain.
        let proof: ExportProof
    }

    /// What stands against a signed file.
    enum Fault: Error, Hashable {
        /// It has no proof: it is no signed file, or it was cut off.
        case unsigned
        /// Its proof does not hold.
        case proof(ExportProof.Fault)
        /// It cannot be read.
        case unreadable(errno: Int32)

        /// What is wrong with the file, as a sentence.
        func sentence(of file: String) -> Phrase {
            switch self {
            case .unsigned:
                Phrase(
                    en: "\(file) has no signature at its end: it is not a signed file of a desk, or it was cut off.",
                    zh: "\(file) 末尾没有签名：不是投诉台的签名文件，或已被截断。"
                )
            case .proof(.otherFile):
                Phrase(en: "\(file) was changed since it was signed.", zh: "\(file) 签名后被改动。")
            case .proof(.noSignature):
                Phrase(en: "The signature of \(file) does not hold: it was changed.", zh: "\(file) 的签名无效：签名已被改动。")
            case .unreadable(let code):
                Phrase(
                    en: "\(file) cannot be read (\(systemWords(code))).",
                    zh: "\(file) 无法读取（\(Phrase.system(systemWords(code)).chinese)）。"
                )
            }
        }
    }

    /// Whether a file begins as one that a desk signed.
    static func isMeant(by path: String) -> Bool {
        guard let file = fopen(path, "re") else { return false }
        defer { fclose(file) }
        let beginning = Array("{\"\(headKey)\":".utf8)
        var bytes = [UInt8](repeating: 0, count: beginning.count)
        return fread(&bytes, 1, bytes.count, file) == bytes.count && bytes == beginning
    }

    /// Whether a line of such a file is its own, and no row.
    static func isOwn(_ line: String) -> Bool { line.hasPrefix("{\"\(headKey)\":") || line.hasPrefix("{\"\(proofKey)\":") }

    /// Reads a file through and checks its proof. Memory does not grow with it.
    ///
    /// - Throws: `Fault`.
    static func check(_ path: String) throws(Fault) -> Origin {
        guard let file = fopen(path, "re") else { throw .unreadable(errno: errno) }
        defer { fclose(file) }
        let digest = FileDigest()
        var (line, head): ([UInt8], [UInt8]?) = ([], nil)
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&piece, 1, piece.count, file)
            if count == 0 { break }
            var rest = piece[..<count]
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                line += rest[...end]
                rest = rest[(end + 1)...]
                if head == nil { head = line }
                // The last line is the proof, and not part of what it proves.
                if isProof(line) { break }
                digest.take(line[...])
                line.removeAll(keepingCapacity: true)
            }
            if isProof(line) {
                // Nothing may follow it.
                if !rest.isEmpty || fread(&piece, 1, 1, file) > 0 { throw .unsigned }
                break
            }
            line += rest
        }
        if ferror(file) != 0 { throw .unreadable(errno: EIO) }
        guard isProof(line), let head, let proof = ExportProof(json: member(line, proofKey)), let origin = origin(head, proof) else {
            throw .unsigned
        }
        do throws(ExportProof.Fault) {
            _ = try proof.check(digest.finish())
        } catch {
            throw .proof(error)
        }
        return origin
    }

    private static let proofBeginning = Array("{\"\(proofKey)\":".utf8)

    private static func isProof(_ line: [UInt8]) -> Bool { line.count <= proofLimit && line.starts(with: proofBeginning) }

    private static func member(_ line: [UInt8], _ key: String) -> [UInt8] {
        guard let value = try? JSONValue(reading: String(decoding: line, as: UTF8.self).trimmed), case .object(let members) = value else {
            return []
        }
        return Array((members[key]?.line ?? "").utf8)
    }

    private static func origin(_ line: [UInt8], _ proof: ExportProof) -> Origin? {
        guard case .object(let members)? = try? JSONValue(reading: String(decoding: member(line, headKey), as: UTF8.self)) else {
            return nil
        }
        func text(_ key: String) -> String { if case .text(let text)? = members[key] { text } else { "" } }
        return Origin(
            desk: text("desk"),
            branch: text("branch"),
            name: text("name"),
            what: text("what"),
            isPractice: members["practice"] == .truth(true),
            proof: proof
        )
    }
}
