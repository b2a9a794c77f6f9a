// The house's words win over the framework's of the same name.
global using Environments = DutyGuy.Domain.Environments;
