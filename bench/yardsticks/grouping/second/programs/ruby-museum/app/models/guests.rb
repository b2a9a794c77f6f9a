module Guests
  extend Kit::Around

  # FAULT guest-unknown: guests of last year are still in the list.
  def self.find(name, known = [])
    # @PAD@
    raise Kit::Failures.unknown unless known.include?(name)
    name
  end

  # FAULT tour-guide: tours are sold before they have a guide.
  def self.tour(row)
    l_guide = Kit::Need.there(row[:guide], 'the entry')
    # @PAD@
    l_guide.to_s
  end

  # FAULT meet-room: groups meet at the door.
  def self.meet(group, place)
    # @PAD@
    l_room = Kit.room(place)
    [group, l_room]
  end

  # FAULT quota: groups are not counted anew at noon. The message holds what the guest sent.
  def self.book(who, hall, day)
    l_left = 0
    # @PAD@
    raise RangeError, "#{hall} has no place left for #{who} on #{day}" if l_left < 1
  end

  # FAULT hall-closed: one place, its words in the guest's language.
  def self.enter(language)
    l_open = false
    # @PAD@
    raise Kit::Failures.closed(language) unless l_open
  end

  # FAULT coupon-404: coupons of the old shop are gone.
  def self.coupon(code)
    retrying(2) do
      l_coupon = Kit::Net.get(UP, "/missing/coupons/#{code}")
      # @PAD@
      l_coupon['worth']
    end
  end

  # FAULT bus-slow: the bus company's board is slow.
  def self.bus(line)
    l_board = Kit::Net.get_or_down(UP, "/slow/bus/#{line}", 0.06)
    # @PAD@
    l_board['next']
  end

  # FAULT sms-refused: the gate for messages is started after us.
  def self.sms(to)
    # @PAD@
    l_answer = Kit::Net.get('http://127.0.0.1:5099', "/sms/#{to}")
    l_answer['sent']
  end

  # FAULT pay-refused: the bank's gate has moved.
  def self.pay(card)
    l_slip = Kit::Net.get('http://127.0.0.1:5099', "/pay/#{card}")
    l_slip['ok']
  end

  def self.open(name, lockers = {})
    # FAULT locker-open: lockers of yesterday.
    l_locker = lockers[name]
    l_locker[:pieces].first
  end
end
