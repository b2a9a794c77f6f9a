using Xunit;

namespace DutyGuy.Domain.Tests.Triage.SourceMaps;

/// <summary>Functions of programs of many kinds, and how they are called.</summary>
public class OutlineNamesTests
{
    [Fact]
    public void Plain_functions_and_variables() =>
        Outlined.AllMarksHold(
            "src/plain.js",
            """
            import {a as b} from './a.js';
            /*@*/
            export function add(x, y = () => { /*@y*/ }) { /*@add*/ return x / y / 2; }
            export default function (x) { /*@default*/ }
            const half = x => x /*@half*/ / 2, twice = (x) => { /*@twice*/ return x * 2 }
            let third
            third = async function () { /*@third*/ }
            exports.fourth = function* () { /*@fourth*/ yield /[/'"`]/.test("'") }
            Stack.prototype.push = function (x) { /*@Stack.push*/ }
            const chosenX = () => a ? x => x /*@chosenX>lambda*/ : b ? c : d /*@chosenX*/;
            module.exports = function () { /*@exports*/ }
            const curried = a => b => { /*@curried>lambda*/ return () => 1 /*@curried>lambda#2*/ }
            const chosen = a ? x => x /*@chosen>lambda*/ : y => y /*@chosen>lambda#2*/;
            async function* later() { for await (const x of y()) { /*@later*/ } }
            if (a) /x'/.test(b)
            label: for (;;) { /*@*/ break label }
            const text = `a${b.map(x => `${x /*@text>lambda:map*/}`)}'`
            /*@*/
            """
        );

    [Fact]
    public void Classes() =>
        Outlined.AllMarksHold(
            "src/cart.js",
            """
            class Cart extends Base(x => x) {
              #items = []; static all = new Map()
              handle = (e) => { /*@Cart.handle*/ }
              later = debounce(() => { /*@Cart.later>lambda:debounce*/ }, 10);
              constructor(items) { super(items); /*@Cart*/ }
              get total() { /*@Cart.total*/ return 1 } set total(x) { /*@Cart.total#2*/ }
              static async of(x) { /*@Cart.of*/ return this.items.map(i => i.a /*@Cart.of>lambda:map*/).map(i => { /*@Cart.of>lambda:map#2*/ }) }
              async *#walk() { /*@Cart.#walk*/ }
              [Symbol.iterator]() { /*@Cart.[Symbol.iterator]*/ }
              static { const warm = () => { /*@warm*/ } }
              'quoted name'() { /*@Cart.quoted name*/ }
              get() { /*@Cart.get*/ } static() { /*@Cart.static*/ } async() { /*@Cart.async*/ }
            }
            const Shelf = class { open() { /*@Shelf.open*/ } }
            export default class { open() { /*@default.open*/ } }
            /*@*/
            """
        );

    [Fact]
    public void Objects_and_module_pattern() =>
        Outlined.AllMarksHold(
            "src/routes.js",
            """
            (function () {
              /*@*/
              function inner() { /*@inner*/ }
              var Shop = (function ($) {
                function priv() { /*@priv*/ }
                return { open: function () { /*@open*/ }, close() { /*@close*/ }, async wait() { /*@wait*/ }, get size() { /*@size*/ return 1 } };
              })(jQuery);
              var orders = { open: () => { /*@orders.open*/ }, 'find-all': x => x /*@find-all*/, [key]() { /*@[key]*/ }, get: () => 1 /*@get*/ };
            })();
            app.get('/orders/:id', async (req, res) => { /*@>lambda:get /orders/:id*/ });
            button.addEventListener('click', function () { /*@>lambda:addEventListener click*/ setTimeout(() => go(/*@>lambda:setTimeout*/), 5) });
            const slice = createSlice({ name: 'x', reducers: { add(state, {payload}) { /*@add*/ }, drop: (s) => { /*@drop*/ } } });
            const find = memoize((id) => { /*@find>lambda:memoize*/ });
            store.on('key-9f3b12', () => { /*@>lambda:on*/ });
            fetchAll().then(all => { /*@>lambda:then*/ }, no => { /*@>lambda:then#2*/ }).catch(() => { /*@>lambda:catch*/ });
            export default { data() { /*@data*/ }, methods: { save() { /*@save*/ } } };
            """
        );

    [Fact]
    public void Components_of_JSX() =>
        Outlined.AllMarksHold(
            "src/List.jsx",
            """
            export const List = memo(function List({ items, onPick = () => {} }) {
              const [open, setOpen] = useState(() => { /*@List>lambda:useState*/ return false });
              useEffect(() => { /*@List>lambda:useEffect*/ return () => { /*@List>lambda*/ } }, [items]);
              const pick = useCallback(async (item) => { /*@List>lambda:useCallback*/ }, []);
              const drop = (item) => { /*@drop*/ };
              if (items.length < 3 || 4 > 2) return <></>;
              return (
                <div className="a's" {...rest}>
                  It isn't {`easy`} to say "no & don't <b>bold</b>
                  {items.map((item) => <Row key={item.id} on={() => pick(item /*@List>lambda:on*/)} size={1} />)}
                  <button onClick={() => { /*@List>lambda:onClick*/ }} disabled>don't</button>
                  <button onClick={function () { /*@List>lambda:onClick#2*/ }}/>
                  {open && <Menu.Item a:b="1" render={x => <i>{x /*@List>lambda:render*/}</i>}>'</Menu.Item>}
                </div>
              );
            });
            const Small = ({ a }) => <p>isn't {a.b /*@Small*/}</p>
            function After() { /*@After*/ }
            """
        );

    [Fact]
    public void Types_are_passed_over() =>
        Outlined.AllMarksHold(
            "src/plan.ts",
            """
            import type { Plan } from './plan';
            type Handler<T> = (x: T, y?: { a: () => void }) => Promise<T | { b: string }>;
            type Both = Plan
              & { c: string }
            interface Shape extends Plan { area(x: number): number; draw: (a: string) => void }
            declare global { interface Window { x: () => void } }
            enum Kind { A = 'a', B = 'b' }
            abstract class Store<T extends { id: string }, U = Map<string, T>> extends Base<T, { k: 1 }> implements Shape {
              private readonly items: Map<string, Array<T>> = new Map();
              protected handler: (e: Event) => void = (e) => { /*@Store.handler*/ };
              declare x: string;
              @Input({ transform: (v: string) => v }) name?: string
              @Output() changed!: EventEmitter<{ a: 1 }>
              constructor(private readonly api: Api, public url: string = '/x') { super(); /*@Store*/ }
              find(id: string): T;
              find(id: number): T;
              find<K>(id: any, ...rest: K[]): T | undefined { /*@Store.find*/ return this.items.get(<any>id)! }
              abstract save(x: T): Promise<void>;
              async load(x: T): Promise<{ a: string }> { /*@Store.load*/ return x as unknown as { a: string } }
              public static get one(): Store<any> { /*@Store.one*/ return null! }
              is(x: unknown): x is T { /*@Store.is*/ return true }
            }
            const handler: Handler<string> = async (x: string, y?): Promise<string> => { /*@handler*/ return x };
            const generic = <T,>(x: T): x is NonNullable<T> => !!x /*@generic*/;
            export const make = async <T extends Plan>(x: T) => { /*@make*/ const y = x satisfies Plan; return y };
            const chosen = <T extends Plan>(
              x: T,
            ): T extends Plan[]
              ? Plan[]
              : Plan | null => { /*@chosen*/ };
            function over(a: string): void
            function over(a: number): void
            function over(a: any): asserts a is string { /*@over*/ }
            function typed<T extends { a: string }>(this: Window, { a, b }: { a: () => void; b: T }, c: (x: number) => string = x => 'x'): Array<{ x: T }> { /*@typed*/ return [] }
            namespace Inner { export function deep() { /*@deep*/ } }
            const map = new Map<string, () => void>([['a', () => { /*@map>lambda*/ }]]);
            const ok = a < b && c > (d), wide = x as const
            const last = useCallback<(x: string) => void>((x) => { /*@last>lambda:useCallback*/ }, []);
            for (const [k, v] of Object.entries(x) as [string, number][]) { /*@*/ }
            let n: number = 1, run = (a: number) => a /*@run*/;
            /*@*/
            """
        );

    [Fact]
    public void Components_of_TSX_and_Vue()
    {
        Outlined.AllMarksHold(
            "src/Page.tsx",
            """
            export function Page<T extends object>({ rows, onPick }: Props<T>): JSX.Element {
              const pick = useCallback((row: T): void => { /*@Page>lambda:useCallback*/ onPick?.(row) }, [onPick]);
              const same = <K extends keyof T>(k: K): T[K] => rows[0][k /*@same*/];
              const query = useQuery<Plan[], Error>({ queryKey: ['a'], queryFn: async () => { /*@queryFn*/ } });
              return <Table<T | { a: 1 }> rows={rows} onPick={(row: T) => pick(row /*@Page>lambda:onPick*/)}>{(row: T) => <Row {...row} /*@Page>lambda:onPick#2*/ />}</Table>;
            }
            class Board extends React.Component<Props, State> {
              state: State = { a: 1 };
              render() { /*@Board.render*/ return <ul>{this.state.a > 1 ? <li onClick={() => this.go(/*@Board.render>lambda:onClick*/)}>it's</li> : null}</ul>; }
              go = async () => { /*@Board.go*/ };
            }
            """
        );
        Outlined.AllMarksHold(
            "src/App.vue",
            """
            <template><p>isn't {{ a }}</p></template>
            <script setup lang="ts">
            const open = (x: string) => { /*@open*/ }
            </script>
            <style>a { content: "'" }</style>
            """
        );
    }

    [Fact]
    public void Two_of_one_name_are_called_with_what_is_around_them() =>
        Outlined.AllMarksHold(
            "src/two.js",
            """
            function cart() { function open() { /*@cart.open*/ } return { close() { /*@cart.close*/ } } }
            function market() { const open = () => { /*@market.open*/ }; return { close: () => { /*@market.close*/ }, only() { /*@only*/ } } }
            const a = { list() { /*@a.list*/ } }, b = { list() { /*@b.list*/ } };
            """
        );
}
