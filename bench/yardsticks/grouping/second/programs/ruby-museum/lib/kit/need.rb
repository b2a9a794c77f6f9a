module Kit
  class Refused < StandardError; end

  # Guards. Who calls them wrongly is at fault.
  module Need
    # @PAD@
    def self.there(value, what)
      # @PAD@
      raise Refused, "#{what} is not there" if value.nil?
      value
    end

    def self.number(text)
      raise ArgumentError, 'digits were expected' unless text.to_s.match?(/\A\d+\z/)
      text.to_i
    end
  end

  # Hands on to the guard; not at fault.
  def self.room(text)
    # @PAD@
    l_number = Need.number(text)
    "R#{l_number}"
  end
end
