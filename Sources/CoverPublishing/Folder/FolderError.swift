import Foundation

/// Why a publication could not be put in place. The last publication is whole.
public enum FolderError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Another run holds the practice folder.
  case anotherRun
  /// `cover/`, or something that has to be a folder in it, is a symbolic link or a file.
  case notAFolder(path: String)
  /// A file that is to be replaced is a symbolic link or no file.
  case notAFile(path: String)
  /// A file of somebody else's that is to be kept has a name that is no text.
  case unfitName(path: String)
  /// A file that is to be made is there already.
  case alreadyThere(path: String)
  /// Somebody else has changed a file while this run was at work on it.
  case changedMeanwhile(path: String)
  /// A call of the system failed.
  case cannotRead(path: String, code: Int32)
  case cannotWrite(path: String, code: Int32)

  public var description: String {
    switch self {
    case .anotherRun: "another run is at work in this practice"
    case .notAFolder(let path): "\(path): is not a folder of its own"
    case .notAFile(let path): "\(path): is not a file of its own"
    case .unfitName(let path): "\(path): its name is not UTF-8, so that it cannot be kept"
    case .alreadyThere(let path): "\(path): is there already, and is not overwritten"
    case .changedMeanwhile(let path): "\(path): somebody has changed it meanwhile; it was left as it is"
    case .cannotRead(let path, ENOENT): "\(path): there is no such folder"
    case .cannotRead(let path, let code): "\(path): cannot be read: \(String(cString: strerror(code)))"
    case .cannotWrite(let path, let code): "\(path): cannot be written: \(String(cString: strerror(code)))"
    }
  }

  /// The way out.
  public var hint: String {
    switch self {
    case .anotherRun: "wait until it has ended"
    case .notAFolder: "move it away; plan-cover follows no symbolic link out of the practice"
    case .notAFile: "put a plain file there; plan-cover writes through no symbolic link"
    case .unfitName: "give the file another name, or move it out of cover/; nothing was written"
    case .alreadyThere: "move it out of the folder first; with --dry-run you see what would be written"
    case .changedMeanwhile: "run the command again"
    case .cannotRead(_, ENOENT): "give the folder of a practice: plan-cover plan FOLDER"
    case .cannotRead: "look at the permissions of the folder"
    case .cannotWrite:
      "look at the permissions of the folder and the space on the disk; what was there before is unchanged"
    }
  }
}
