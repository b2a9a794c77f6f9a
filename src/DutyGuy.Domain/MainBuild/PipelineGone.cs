namespace DutyGuy.Domain;

/// <summary>Who is on duty says that a pipeline is gone: nobody waits for it, and its red counts no more.</summary>
public static class PipelineGone
{
    /// <summary>The press, or why not.</summary>
    public static Outcome<Decision> Press(DutyFacts facts, string repository, string pipeline, string by)
    {
        if (facts.Mains.FirstOrDefault(m => m.Repository == repository) is not { } main)
            return Refusal.NotFound($"{facts.Duty.Name} does not look after a repository “{repository}”.");
        if (!main.Results.Any(r => r.Pipeline == pipeline))
            return Refusal.Invalid($"Main of {repository} never heard of a pipeline “{pipeline}”.", "pipeline");
        if (RolloutStart.NotOnDuty(facts, by) is { } refusal)
            return refusal;
        var gone = new GonePipeline
        {
            Repository = repository,
            Pipeline = pipeline,
            Through = main.Results[^1].Id,
            At = facts.Now,
            By = by,
        };
        return new Decision
        {
            Rows = [gone],
            Facts =
            [
                facts.Fact(FactKind.Source, by, $"{facts.NameOf(by)} said that {gone.Words} is gone.", repository),
            ],
        };
    }
}
