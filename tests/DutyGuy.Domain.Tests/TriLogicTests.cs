using DutyGuy.Domain;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests;

public class TriLogicTests
{
    [Theory]
    [InlineData(Tri.Yes, Tri.Yes, Tri.Yes, Tri.Yes)]
    [InlineData(Tri.Yes, Tri.No, Tri.No, Tri.Yes)]
    [InlineData(Tri.No, Tri.Yes, Tri.No, Tri.Yes)]
    [InlineData(Tri.No, Tri.No, Tri.No, Tri.No)]
    [InlineData(Tri.Yes, Tri.CannotTell, Tri.CannotTell, Tri.Yes)]
    [InlineData(Tri.CannotTell, Tri.Yes, Tri.CannotTell, Tri.Yes)]
    [InlineData(Tri.No, Tri.CannotTell, Tri.No, Tri.CannotTell)]
    [InlineData(Tri.CannotTell, Tri.No, Tri.No, Tri.CannotTell)]
    [InlineData(Tri.CannotTell, Tri.CannotTell, Tri.CannotTell, Tri.CannotTell)]
    public void And_and_or_follow_Kleene(Tri left, Tri right, Tri and, Tri or)
    {
        left.And(right).ShouldBe(and);
        left.Or(right).ShouldBe(or);
    }

    [Theory]
    [InlineData(Tri.Yes, Tri.No)]
    [InlineData(Tri.No, Tri.Yes)]
    [InlineData(Tri.CannotTell, Tri.CannotTell)]
    public void Not_leaves_cannot_tell_as_it_is(Tri value, Tri expected) => value.Not().ShouldBe(expected);
}
