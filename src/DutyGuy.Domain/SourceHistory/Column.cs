namespace DutyGuy.Domain;

/// <summary>A growing array: the index keeps its rows as columns, which is small and quick to walk.</summary>
internal sealed class Column<T>
{
    private T[] _items = new T[16];

    public int Count { get; private set; }

    public ref T this[int place] => ref _items[place];

    public void Add(T item)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, Count * 2);
        _items[Count++] = item;
    }

    public void AddRange(ReadOnlySpan<T> items)
    {
        if (Count + items.Length > _items.Length)
            Array.Resize(ref _items, Math.Max(_items.Length * 2, Count + items.Length));
        items.CopyTo(_items.AsSpan(Count));
        Count += items.Length;
    }

    public ReadOnlySpan<T> Slice(int start, int length) => _items.AsSpan(start, length);
}
