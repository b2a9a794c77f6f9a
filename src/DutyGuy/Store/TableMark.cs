namespace DutyGuy.Store;

/// <summary>Renewed in the transaction that changes a row of the table: while it is the same, so are the rows.</summary>
public sealed record TableMark(string Table, string Mark);
