require 'sentry-ruby'
require_relative 'lib/kit/need'
require_relative 'lib/kit/failures'
require_relative 'lib/kit/around'
require_relative 'app/models/pieces'
require_relative 'app/models/guests'
require_relative 'app/services/reports'
require_relative 'app/services/lift'
require_relative 'app/controllers/routes'

$y = ''
$route = nil
Sentry.init do |c|
  c.dsn = ENV['DSN']
  c.release = ENV['RELEASE']
  c.environment = 'production'
  c.server_name = ENV['HOST_NAME']
  c.background_worker_threads = 0
  c.auto_session_tracking = false
  c.max_breadcrumbs = 1
  c.project_root = Dir.pwd
  c.app_dirs_pattern = /(#{ENV['APP_DIRS']})/ if ENV['APP_DIRS']
  c.before_send = lambda { |event, _hint| event.tags = (event.tags || {}).merge(y: $y); event.transaction = $route; event }
end

VISITS = []
def add(cause, dims, route, *args, way: '', session: 's1') = VISITS << [cause, dims, route, args, way, session]

def plan
  add('piece-hall', '', :label, 'a')
  add('piece-hall', 'caller=painting', :painting, 'a')
  add('piece-hall', 'caller=labels', :labels, 'a', 'b')
  add('piece-hall', 'wrap=LabelFailed;caller=quote', :quote, 'Mona 7')
  add('piece-hall', 'wrap=JobFailed;caller=job', :label_job, 'a')
  add('piece-hall', 'path=thread', :label, 'a', way: 'thread')
  %w[loan-room,loan,loans,a,77 tour-guide,tour,tours,a,88 hang-room,hang,hangs,W7,new meet-room,meet,meets,door,gate-2 piece-year,age,ages,old,um1850 sort-size,size,largest,x,y share-day,day,days,x,y share-week,week,weeks,x,y
     shelf-cycle,weight,weights,x,y ticket-line,ticket,tickets,a,b shop-line,shop,shops,a,b report-head,no_tickets,no_shop,x,y night-mean,mean,means,x,y night-date,close,closes,30.11.2026,demain piece-unknown,piece,piece_all,p1,p22
     guest-unknown,guest,guest_all,bo,lea photo-404,photo,photo_all,7,81 coupon-404,coupon,coupon_all,X7,42 climate-slow,climate,climate_all,r1,9 bus-slow,bus,bus_all,12,N7 sms-refused,sms,sms_all,1,2 pay-refused,pay,pay_all,c1,c2
     box-open,box,box_all,a,9 locker-open,locker,locker_all,a,9].each do |l_line|
    cause, one, many, arg, other = l_line.split(',')
    add(cause, '', one, arg)
    add(cause, 'data=1', one, other) if other != 'y'
    add(cause, "caller=#{many}", many, arg)
    add(cause, 'path=thread', one, arg, way: 'thread')
  end
  add('card-text', '', :card, '<card>')
  add('card-text', 'data=1', :card, '{"piece":')
  add('card-text', 'caller=cards', :cards, 'größe 42')
  add('card-field', '', :card, '{}')
  add('card-field', 'path=thread', :card, '{"x":1}', way: 'thread')
  add('card-field', 'caller=cards', :cards, '{"piece":{}}', '{}')
  %w[en de fr pl].each { |l_l| add('hall-closed', l_l == 'en' ? '' : "language=#{l_l}", :enter, l_l) }
  add('hall-closed', 'language=ja;caller=all', :enter_all, 'ja')
  add('quota', '', :book, 'kim', 'Blue', '2026-12-01')
  add('quota', 'data=1', :book, 'lea.martin@example.com', '«Größe» "42"', '1 Dec 2026 09:15')
  add('quota', 'data=2', :book, '7f3b1c52-1d7e-4a55-9e55-0b1f3d1c9a77', 'https://museum.example.test/h/1?x=2', 'demain')
  add('quota', 'data=3;caller=all', :book_all, '特派員', "l'été", '10.0.0.7')
  add('session-user', '', :label, 'a', session: 's2')
  add('session-user', 'caller=age', :age, '7', session: 's2')
  add('session-user', 'caller=day;path=thread', :day, 'x', session: 's2', way: 'thread')
end

def serve(l_request)
  Routes.new.handle(l_request[2], l_request[3], l_request[5])
rescue StandardError, SystemStackError => e
  Sentry.capture_exception(e)
end

plan
VISITS.each do |l_request|
  $y = "#{l_request[0]}|#{ENV['Y_DIMS']};#{l_request[1]}"
  $route = "GET /#{l_request[2]}"
  if l_request[4] == 'thread'
    Thread.new { serve(l_request) }.join
  else
    serve(l_request)
  end
end
$route = nil
[['lift-slow', '', :slow, 42.5, 3], ['lift-slow', 'data=1', :slow, 7, 12], ['lift-stuck', '', :stuck, 42.5, 3], ['lift-stuck', 'data=1', :stuck, 7, 12]].each do |cause, dims, name, seconds, hall|
  $y = "#{cause}|#{ENV['Y_DIMS']};#{dims}"
  Lift.public_send(name, seconds, hall)
end
