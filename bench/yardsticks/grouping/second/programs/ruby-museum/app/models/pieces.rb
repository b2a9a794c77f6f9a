require 'date'

UP = ENV['UPSTREAM']

class Piece
  attr_reader :row

  def initialize(row)
    @row = row
  end

  # @PAD@
  # FAULT piece-hall: pieces in the cellar have no hall. Asked by labels, lists and subclasses.
  def hall
    l_place = row[:place]
    # @PAD@
    l_place.hall.upcase
  end

  def label = "#{hall}: #{row[:name]}"

  # FAULT piece-year: years are typed with words.
  def age
    # @PAD@
    l_year = Integer(row[:year])
    2026 - l_year
  end
end

class Painting < Piece
  def label
    # @PAD@
    'painting ' + super
  end
end

module Pieces
  extend Kit::Around

  # FAULT piece-unknown: pieces that were given back are still in the leaflet.
  def self.find(key, known = {})
    l_piece = known[key]
    # @PAD@
    raise Kit::Failures.unknown unless l_piece
    l_piece
  end

  # FAULT loan-room: loans come without a room.
  def self.loan(row)
    # @PAD@
    l_room = Kit::Need.there(row[:room], 'the entry')
    l_room + '!'
  end

  # FAULT hang-room: rooms of the new wing have letters.
  def self.hang(name, room)
    "#{name} in #{Kit.room(room)}"
  end

  # FAULT photo-404: photos were moved to another host.
  def self.photo(id)
    retrying(2) do
      # @PAD@
      l_photo = Kit::Net.get(UP, "/missing/photos/#{id}")
      l_photo['url']
    end
  end

  # FAULT climate-slow: the climate's box answers after its own round.
  def self.climate(room)
    # @PAD@
    l_state = Kit::Net.get_or_down(UP, "/slow/climate/#{room}", 0.06)
    l_state['t']
  end

  # FAULT card-text (ParserError) and card-field (NoMethodError): one function, two faults.
  def self.card(text)
    l_card = JSON.parse(text)
    # @PAD@
    l_card['piece']['name']
  end

  # FAULT sort-size: pieces without a size are sorted by it.
  def self.by_size(pieces)
    # @PAD@
    pieces.sort_by { |l_p| l_p[:size][:height] }
  end

  # FAULT share-day and share-week: two lambdas of one method, each with its own fault.
  def self.shares(sum, days, weeks)
    l_day = ->(n) { n / (days - 7) }
    l_week = lambda do |n|
      # @PAD@
      n / (weeks - 2)
    end
    days == 7 ? [sum].map(&l_day) : l_week.call(sum)
  end

  # A shelf may stand on itself: not in the corpus, since the SDK sends no event of so deep a stack.
  def self.weight(shelf)
    # @PAD@
    1 + below(shelf)
  end

  def self.below(shelf)
    l_below = shelf[:below]
    l_below ? weight(l_below) : 0
  end

  def self.open(name, boxes = {})
    # FAULT box-open: boxes that were never packed.
    l_box = boxes[name]
    # @PAD@
    l_box[:pieces].first
  end
end
