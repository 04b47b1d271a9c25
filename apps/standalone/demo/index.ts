export { demoPassword, demoPeople } from './cast';
export { seedDemo, type Seeded } from './seed-demo';
