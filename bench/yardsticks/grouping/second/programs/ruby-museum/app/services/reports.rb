class Report
  def initialize(rows)
    @rows = rows
  end

  def write
    # @PAD@
    [head, *@rows.map { |r| line(r) }].join("\n")
  end

  # FAULT report-head: a report without rows; both kinds of report begin with it.
  def head
    l_first = @rows.first
    l_first.keys.join(';')
  end
end

class TicketReport < Report
  # FAULT ticket-line: free tickets have no price.
  def line(row)
    # @PAD@
    l_price = row[:price].round(2)
    l_price.to_s
  end
end

class ShopReport < Report
  # FAULT shop-line: gifts have no price.
  def line(row)
    "#{row[:name]} #{row[:price].round(2)}"
  end
end

# Jobs fail in one way.
class JobFailed < StandardError; end

module Night
  def self.run
    # @PAD@
    yield
  rescue StandardError
    raise JobFailed, 'A job of the night failed'
  end

  # FAULT night-mean: a day without guests.
  def self.mean(counts)
    run do
      # @PAD@
      l_sum = counts.sum
      l_sum / counts.size
    end
  end

  # FAULT night-date: dates of the old till.
  def self.close(text)
    run do
      l_day = Date.strptime(text, '%Y-%m-%d')
      # @PAD@
      l_day + 1
    end
  end
end
