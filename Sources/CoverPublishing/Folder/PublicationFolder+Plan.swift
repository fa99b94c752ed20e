extension PublicationFolder {
  /// The plan.json of the last publication; nil where nothing was published.
  ///
  /// - Throws: `FolderError` where it cannot be read, `PublicationError` where it is no plan of this program.
  public static func publishedPlan(
    inPracticeFolder path: String, files: any FileSystem = SystemFiles()
  ) throws -> PublishedPlan? {
    let last = try lastPublication(inPracticeFolder: path, files: files)
    return try last?.bytes(PublicationPath.plan).map {
      try PublishedPlan(planFile: $0, log: last?.bytes(PublicationPath.log))
    }
  }
}
