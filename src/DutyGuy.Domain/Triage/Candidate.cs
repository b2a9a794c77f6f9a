namespace DutyGuy.Domain;

/// <summary>A frame of an error's stack with the recent authors of its file in the repository.</summary>
/// <param name="File">The path in the repository (see <see cref="FramePaths.Map"/>).</param>
/// <param name="InApp">Own code, not a library's.</param>
public sealed record FrameHistory(string File, bool InApp, IReadOnlyList<FileAuthor> Authors);

/// <summary>A person as far as authorship is concerned.</summary>
/// <param name="Present">Works today: no absence, a working day of theirs.</param>
/// <param name="Left">Has left the team.</param>
/// <param name="Active">Takes part; people who are switched off are never asked.</param>
public sealed record KnownAuthor(
    string Handle,
    IReadOnlyList<string> Mails,
    IReadOnlyList<string> Names,
    bool Present = true,
    bool Left = false,
    bool Active = true
);

/// <summary>Somebody who could look at an error.</summary>
/// <param name="Person">The handle.</param>
/// <param name="Score">0..1: their part of the recent work on the code that failed.</param>
/// <param name="Reasons">Sentences without the subject, the strongest first.</param>
/// <param name="Absent">Named, but not to be poked now.</param>
public sealed record Candidate(string Person, double Score, IReadOnlyList<string> Reasons, bool Absent);

/// <summary>Candidates, best first.</summary>
/// <param name="WhyNobody">Why nobody, or nobody more, could be named; null when every author is a person.</param>
public sealed record CandidateRanking(IReadOnlyList<Candidate> Candidates, string? WhyNobody);
