/** One round as those who lead it see it. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useCommunity } from '../../../shared/use-community';
import { rounds } from '../round-api';

export function RoundPage() {
  const here = useCommunity();
  const { round } = useParams({ strict: false }) as { round: string };
  const { data, error } = useQuery({
    queryKey: ['community', here.id, 'rounds', round],
    queryFn: () => rounds.state(here.id, round),
  });
  return (
    <main className="talk" id="room" tabIndex={-1}>
      <h1>{data?.question.text}</h1>
      {error !== null && <p role="alert">{error.message}</p>}
    </main>
  );
}
