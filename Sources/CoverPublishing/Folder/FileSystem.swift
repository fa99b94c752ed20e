/// What a publication asks of the system, a call each, so that a test can let each of them fail in turn.
///
/// Files are named by one part of a path within an open folder, and no call follows a symbolic link.
public protocol FileSystem: Sendable {
  /// Opens a folder by its path.
  func openFolder(path: String) throws(FileFault) -> Int32
  /// Opens a folder within a folder.
  func openFolder(_ name: String, in folder: Int32) throws(FileFault) -> Int32
  /// Makes a folder that its owner alone can enter.
  func makeFolder(_ name: String, in folder: Int32) throws(FileFault)
  /// Makes a new file that its owner alone can read, and opens it for writing.
  func createFile(_ name: String, in folder: Int32) throws(FileFault) -> Int32
  func write(_ bytes: [UInt8], to file: Int32) throws(FileFault)
  func read(_ name: String, in folder: Int32) throws(FileFault) -> [UInt8]
  /// Waits until the entries of the folder are on the disk.
  func synchronise(_ folder: Int32) throws(FileFault)
  /// Waits until everything in the folder is on the disk: files, folders, and what is in those.
  func synchroniseTree(_ folder: Int32) throws(FileFault)
  func close(_ file: Int32)
  /// Every entry but `.` and `..`, sorted.
  func entries(of folder: Int32) throws(FileFault) -> [FolderEntry]
  /// What the name stands for; nil for nothing.
  func kind(of name: String, in folder: Int32) throws(FileFault) -> FolderEntry.Kind?
  /// A second name, in another folder, for a file or symbolic link.
  func link(_ name: String, in folder: Int32, to other: Int32) throws(FileFault)
  func exchange(_ name: String, with other: String, in folder: Int32) throws(FileFault)
  func rename(_ name: String, to other: String, in folder: Int32) throws(FileFault)
  /// Moves a file into another folder, under the same name.
  func move(_ name: String, from folder: Int32, to other: Int32) throws(FileFault)
  /// When the file was last written, in seconds since 1970.
  func modified(_ name: String, in folder: Int32) throws(FileFault) -> Int
  /// Renames where nothing bears the other name; fails with EEXIST where something does.
  func renameToNew(_ name: String, to other: String, in folder: Int32) throws(FileFault)
  func removeFile(_ name: String, in folder: Int32) throws(FileFault)
  func removeFolder(_ name: String, in folder: Int32) throws(FileFault)
  /// Takes the lock of an open folder; false when somebody else has it.
  func lock(_ folder: Int32) throws(FileFault) -> Bool
  /// Gives the lock of an open folder back.
  func unlock(_ folder: Int32)
}

/// An entry of a folder.
public struct FolderEntry: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case file, folder, link, other
    /// Its name is no text in UTF-8; what stands for it in `name` names nothing.
    case unfit
  }
  public let name: String
  public let kind: Kind
  /// Whether it is this user's, and nobody else may so much as look at it.
  public let isPrivate: Bool
  public init(name: String, kind: Kind, isPrivate: Bool) {
    self.name = name
    self.kind = kind
    self.isPrivate = isPrivate
  }
}

/// A call of the system that failed.
public struct FileFault: Error, Hashable, Sendable {
  /// `errno`.
  public let code: Int32
  public init(code: Int32) { self.code = code }
}
