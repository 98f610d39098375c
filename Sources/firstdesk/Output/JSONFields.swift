import DeskScreens
import TableFiles

/// The value that the program prints is the one that it reads.
typealias JSONValue = TableFiles.JSONValue

extension JSONValue {
    /// Reads a flat object as fields with their texts: numbers as they are written, yes and no in words, null left out.
    ///
    /// Names may be written with capitals or with hyphens: `repeatedBack` is `repeated-back`.
    ///
    /// - Throws: `UsageError.notAnObject`, which names the key that cannot be read.
    static func fields(_ json: String) throws(UsageError) -> [String: String] {
        let value: JSONValue
        do throws(JSONFault) {
            value = try JSONValue(reading: json)
        } catch {
            throw .notAnObject(reason: .unreadable(error))
        }
        guard case .object(let members) = value else { throw .notAnObject(reason: .noObject) }
        var fields: [String: String] = [:]
        for (written, member) in members.sorted(by: { $0.key < $1.key }) {
            let name = hyphened(written)
            // Also where it is written in both ways.
            if fields[name] != nil { throw .notAnObject(reason: .unreadable(.twice(key: name))) }
            switch member {
            case .null: break
            case .text(let text): fields[name] = text
            case .truth(let truth): fields[name] = truth ? "true" : "false"
            case .number(let digits): fields[name] = digits
            case .list, .object: throw .notAnObject(reason: .nested(name))
            }
        }
        return fields
    }

    private static func hyphened(_ name: String) -> String {
        var result = ""
        for character in name {
            if character.isASCII, character.isUppercase {
                result += "-" + character.lowercased()
            } else {
                result.append(character)
            }
        }
        return result
    }
}
