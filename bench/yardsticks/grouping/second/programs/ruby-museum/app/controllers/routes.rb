class LabelFailed < StandardError; end

class Controller
  SESSIONS = { 's1' => { user: { id: 1 } }, 's2' => {} }.freeze

  def handle(route, args, session)
    # @PAD@
    check(session)
    public_send(route, *args)
  end

  # FAULT session-user: sessions of yesterday have no user. Met before whatever route.
  def check(session)
    l_session = SESSIONS[session]
    # @PAD@
    @user = l_session[:user][:id]
  end
end

class Routes < Controller
  def label(name) = Piece.new(name: name).label
  def painting(name) = Painting.new(name: name).label
  def labels(*names) = names.map { |l_n| Piece.new(name: l_n).hall }
  def label_job(name) = Night.run { Piece.new(name: name).label }

  def quote(name)
    Painting.new(name: name).label
  rescue NoMethodError
    raise LabelFailed, "no label for #{name}"
  end
  # @PAD@
  def age(year) = Piece.new(year: year).age
  def ages(*years) = years.sum { |l_y| Piece.new(year: l_y).age }
  def card(text) = Pieces.card(text)
  def cards(*texts) = texts.map { |l_t| Pieces.card(l_t) }
  def size(_name) = Pieces.by_size([{ size: { height: 1 } }, {}])
  def largest(_name) = Pieces.by_size([{}, {}]).last
  def day(_name) = Pieces.shares(1, 7, 9)
  def days(*names) = names.each { Pieces.shares(2, 7, 4) }
  def week(_name) = Pieces.shares(1, 9, 2)
  def weeks(*names) = names.each { Pieces.shares(3, 5, 2) }

  def weight(_name)
    l_shelf = {}
    l_shelf[:below] = l_shelf
    Pieces.weight(l_shelf)
  end

  def weights(*names) = names.map { |l_n| weight(l_n) }
  def loan(name) = Pieces.loan(name: name)
  def loans(*names) = names.each { |l_n| Pieces.loan(name: l_n) }
  def tour(name) = Guests.tour(name: name)
  def tours(*names) = names.each { |l_n| Guests.tour(name: l_n) }
  def hang(room) = Pieces.hang('Mona', room)
  def hangs(*rooms) = rooms.map { |l_r| Pieces.hang('Lisa', l_r) }
  def meet(place) = Guests.meet('g', place)
  def meets(*places) = places.map { |l_p| Guests.meet('h', l_p) }
  def ticket(name) = TicketReport.new([{ name: name }]).write
  def tickets(name) = TicketReport.new([{ price: 1.5 }, { name: name }]).write.size
  def shop(name) = ShopReport.new([{ name: name }]).write
  def shops(name) = ShopReport.new([{ price: 1.5 }, { name: name }]).write.strip
  def no_tickets(_name) = TicketReport.new([]).write
  def no_shop(_name) = ShopReport.new([]).write.strip
  def mean(_name) = Night.mean([])
  def means(*names) = names.each { Night.mean([]) }
  def close(day) = Night.close(day)
  def closes(*days) = days.each { |l_d| Night.close(l_d) }

  # Routes that only hand on.
  { piece: Pieces.method(:find), guest: Guests.method(:find), photo: Pieces.method(:photo), coupon: Guests.method(:coupon), climate: Pieces.method(:climate), bus: Guests.method(:bus),
    sms: Guests.method(:sms), pay: Guests.method(:pay), box: Pieces.method(:open), locker: Guests.method(:open), book: Guests.method(:book), enter: Guests.method(:enter) }.each do |l_name, l_work|
    define_method(l_name) { |*args| l_work.call(*args) }
    define_method("#{l_name}_all") { |*args| [args].each { |l_a| l_work.call(*l_a) } }
  end
end
