import COrTools
import SwiftProtobuf

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// CP-SAT, in this process.
public struct Solver: Sendable {
  private let library: SolverLibrary

  public init(library: SolverLibrary) { self.library = library }

  /// Whether the library did not return from a solve within `Parameters.patience` and half a minute more. It was left behind
  /// then, and every solve since has been answered with `unknown`.
  public static var hasLeftSolveBehind: Bool { PatientCall.hasLeftOneBehind }

  /// Solves the model until it is proven, a limit strikes, or the interruption is stopped; the calling thread waits for it.
  /// Writes nothing to the terminal. Throws `SolverError`.
  public func solve(
    _ model: Model, _ parameters: Parameters = Parameters(), interruption: Interruption? = nil
  ) throws -> Answer {
    let model = (message: try bytes(of: model.message), objective: model.objective, count: model.variableCount)
    let message = try bytes(of: parameters.message)
    guard let bytes = try response(to: model.message, message, parameters.patience, interruption ?? Interruption())
    else {
      return Answer(
        outcome: .unknown(bound: nil), effort: Effort(wallTime: 0, deterministicTime: 0, branches: 0))
    }
    let answer: CpSolverResponse
    do {
      answer = try CpSolverResponse(serializedBytes: bytes)
    } catch {
      throw SolverError.unreadable("\(error)")
    }
    return try read(answer, objective: model.objective, variables: model.count)
  }

  /// What the library answers; nil where it does not.
  private func response(
    to model: [UInt8], _ parameters: [UInt8], _ limit: Double?, _ interruption: Interruption
  ) throws -> [UInt8]? {
    if PatientCall.hasLeftOneBehind { return nil }
    let functions = library.functions
    let environment = try SolverEnvironment(library: library)
    let call: @Sendable () -> [UInt8] = {
      Self.bytes(model, parameters) { model, parameters, address, length in
        functions.solve_interruptible(
          environment.handle, model.baseAddress, Int32(model.count), parameters.baseAddress, Int32(parameters.count),
          &address, &length)
      }
    }
    return interruption.during(environment) {
      guard let limit else { return call() }
      return PatientCall.answer(within: max(0, limit), stop: environment.stop, call)
    }
  }

  /// Calls the library, and takes its answer over.
  private static func bytes(
    _ model: [UInt8], _ parameters: [UInt8],
    _ call: (
      UnsafeRawBufferPointer, UnsafeRawBufferPointer, inout UnsafeMutableRawPointer?, inout Int32
    ) -> Void
  ) -> [UInt8] {
    var address: UnsafeMutableRawPointer?
    var length: Int32 = 0
    model.withUnsafeBytes { model in
      parameters.withUnsafeBytes { parameters in call(model, parameters, &address, &length) }
    }
    defer { free(address) }
    return [UInt8](UnsafeRawBufferPointer(start: address, count: address == nil ? 0 : Int(length)))
  }

  private func bytes(of message: some SwiftProtobuf.Message) throws -> [UInt8] {
    let bytes: [UInt8]
    do { bytes = try message.serializedBytes() } catch { throw SolverError.unreadable("\(error)") }
    guard bytes.count <= Int(Int32.max) else { throw SolverError.tooLarge(bytes: bytes.count) }
    return bytes
  }

  private func read(_ answer: CpSolverResponse, objective: LinearExpression?, variables: Int) throws -> Answer {
    let outcome: Outcome =
      switch answer.status {
      case 0: .unknown(bound: bound(answer, objective))
      case 1: .invalid(answer.solutionInfo)
      case 2: .feasible(try solution(answer, variables), bound: bound(answer, objective) ?? 0)
      case 3: .infeasible
      case 4: .optimal(try solution(answer, variables))
      default: throw SolverError.unknownStatus(Int(answer.status))
      }
    return Answer(
      outcome: outcome,
      effort: Effort(
        wallTime: answer.wallTime, deterministicTime: answer.deterministicTime, branches: Int(answer.numBranches)))
  }

  private func solution(_ answer: CpSolverResponse, _ variables: Int) throws -> Solution {
    guard answer.solution.count == variables else {
      throw SolverError.wrongLength(expected: variables, found: answer.solution.count)
    }
    return Solution(values: answer.solution.map { Int($0) })
  }

  /// The proven bound, rounded up to the next integer: every coefficient is one. Nil without an objective, or when
  /// nothing was proven.
  private func bound(_ answer: CpSolverResponse, _ objective: LinearExpression?) -> Int? {
    guard objective != nil, answer.hasBestObjectiveBound, answer.bestObjectiveBound.isFinite,
      abs(answer.bestObjectiveBound) < 9e15
    else { return nil }
    return Int((answer.bestObjectiveBound - 1e-6).rounded(.up))
  }
}
