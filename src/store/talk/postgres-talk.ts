/** Rounds on PostgreSQL: joins what phones do, what facilitators do, and the sweeping after it, into one `Talk`. */
import type { Db } from '#store/postgres/connect';
import { reaching } from '#store/postgres/connect';
import * as facilitate from '#store/talk/facilitate';
import * as phones from '#store/talk/phones';
import type { Talk } from '#store/talk/port';
import { findByCode, findRound, readRound, readRounds } from '#store/talk/rounds';
import type { Sweeper } from '#store/talk/sweeper';

export function postgresTalk(db: Db, sweeper: Sweeper): Talk {
  return {
    open: (plan, options, at) => reaching(() => facilitate.open(db, plan, options, at)),
    rounds: (community) => reaching(() => readRounds(db, community)),
    round: (id) => reaching(() => readRound(db, id)),
    roundOf: (token) =>
      reaching(async () => {
        const id = await findRound(db, token);
        return id === null ? null : readRound(db, id);
      }),
    roundOfWord: (word) =>
      reaching(async () => {
        const id = (await findRound(db, word)) ?? (await findByCode(db, word));
        return id === null ? null : readRound(db, id);
      }),
    move: (round, move, at) =>
      reaching(async () => {
        const { outcome, swept } = await facilitate.move(db, round, move, at);
        sweeper.later(swept);
        return outcome;
      }),
    reword: (round, notes) => reaching(() => facilitate.reword(db, round, notes)),
    offer: (round, options) => reaching(() => facilitate.offer(db, round, options)),
    setTimer: (round, until) => reaching(() => facilitate.setTimer(db, round, until)),
    record: (round, record) => reaching(() => facilitate.record(db, round, record)),
    kept: (round, decision, version) => reaching(() => facilitate.kept(db, round, decision, version)),
    join: (round, seat) => reaching(() => phones.join(db, round, seat)),
    seat: (seat) => reaching(() => phones.seat(db, seat)),
    done: (seat) => reaching(() => phones.done(db, seat)),
    choose: (seat, choice) => reaching(() => phones.choose(db, seat, choice)),
    write: (token, key, body) => reaching(() => phones.write(db, token, key, body)),
    unwrite: (token, key) => reaching(() => phones.unwrite(db, token, key)),
    mine: (token, keys) => reaching(() => phones.mine(db, token, keys)),
    sweep: () => sweeper.now(),
  };
}
